package cn.shequ.acceptance;

import cn.shequ.acceptance.policy.CalledOperations;
import cn.shequ.localstack.Addresses;
import cn.shequ.localstack.flow.AuditScene;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Journal;
import cn.shequ.localstack.flow.Story;
import cn.shequ.localstack.issuer.TokenGiver;
import cn.shequ.localstack.keycloak.Keycloak;
import cn.shequ.localstack.up.KillableSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The one suite of this test JVM, started when first asked for and gone with the JVM. */
public final class SuiteUnderTest {

    private static final Path DATA = directory();
    private static final Optional<Keycloak> KEYCLOAK = keycloak();
    private static final KillableSuite SUITE = start();
    private static final TokenGiver TOKENS =
            KEYCLOAK.map(Keycloak::tokens).orElseGet(() -> SUITE.addresses().mint());
    private static final Journal JOURNAL = Journal.inMemory(CalledOperations.STORY);
    private static final City CITY = new City(SUITE.gateway(), TOKENS, JOURNAL.name(), "en");
    private static final Story STORY = new Story(CITY, JOURNAL);

    static {
        CITY.listen(request -> CalledOperations.note(request.method() + " "
                + request.uri()
                        .getPath()
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{12}|([0-9A-Z]{5}-){3}[0-9A-Z]{5}", "{…}")));
    }

    private SuiteUnderTest() {}

    public static KillableSuite processes() {
        return SUITE;
    }

    /** Tokens of the issuer that this suite trusts. */
    static TokenGiver tokens() {
        return TOKENS;
    }

    /** The issuer, where it is not the local one. */
    static Keycloak requireKeycloak() {
        return KEYCLOAK.orElseThrow();
    }

    public static City city() {
        return CITY;
    }

    /** The main flow, played step by step as tests ask for it. */
    public static Story story() {
        return STORY;
    }

    /** Where auditors work, with the verifier of this source tree. */
    static AuditScene.Room auditRoom(Path directory) {
        return new AuditScene.Room(home(), String.valueOf(SUITE.addresses().kafka()), directory);
    }

    static Path home() {
        return Path.of(System.getProperty("shequ.home")).toAbsolutePath().normalize();
    }

    /** Where the suite keeps everything, the keys of its services included. */
    static Path data() {
        return DATA;
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("shequ-acceptance-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keycloak where its distribution is named, as the Maven profile {@code keycloak} does; otherwise the local issuer. */
    private static Optional<Keycloak> keycloak() {
        String distribution = System.getProperty("shequ.keycloak");
        if (distribution == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Keycloak.start(Path.of(distribution), home().resolve("deploy/keycloak"), DATA));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KillableSuite start() {
        try {
            KillableSuite suite = KillableSuite.start(
                    home(), DATA, KEYCLOAK.map(Keycloak::addresses).orElse(Addresses.NONE));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite)));
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(KillableSuite suite) {
        try {
            suite.closeAndDelete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
