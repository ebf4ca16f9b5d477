package cn.shequ.acceptance;

import cn.shequ.acceptance.policy.CalledOperations;
import cn.shequ.localstack.flow.AuditScene;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Journal;
import cn.shequ.localstack.flow.Story;
import cn.shequ.localstack.up.KillableSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one suite of this test JVM, started when first asked for and gone with the JVM. */
public final class SuiteUnderTest {

    private static final Path DATA = directory();
    private static final KillableSuite SUITE = start();
    private static final Journal JOURNAL = Journal.inMemory(CalledOperations.STORY);
    private static final City CITY = new City(SUITE.gateway(), SUITE.addresses().mint(), JOURNAL.name(), "en");
    private static final Story STORY = new Story(CITY, JOURNAL);

    static {
        CITY.listen(request -> CalledOperations.note(request.method() + " "
                + request.uri().getPath().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{12}", "{…}")));
    }

    private SuiteUnderTest() {}

    public static KillableSuite processes() {
        return SUITE;
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

    private static Path home() {
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

    private static KillableSuite start() {
        try {
            KillableSuite suite = KillableSuite.start(home(), DATA);
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
