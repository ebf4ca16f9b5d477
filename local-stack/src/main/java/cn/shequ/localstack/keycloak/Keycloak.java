package cn.shequ.localstack.keycloak;

import cn.shequ.localstack.Addresses;
import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.SecretFile;
import cn.shequ.localstack.issuer.TokenGiver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One Keycloak in a process of its own on 127.0.0.1, with the realm of this source tree and the demonstration in it. */
public final class Keycloak implements AutoCloseable {

    static final String ADMIN_CLIENT = "test-admin";

    private static final Duration STARTUP = Duration.ofMinutes(10);
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Process process;
    private final URI server;
    private final Path log;
    private final String adminSecret;
    private final RealmClient realm;
    private final TokenGiver tokens;

    private Keycloak(Process process, URI server, Path log, String adminSecret) {
        this.process = process;
        this.server = server;
        this.log = log;
        this.adminSecret = adminSecret;
        this.realm = new RealmClient(server, adminSecret);
        this.tokens = new KeycloakTokens(realm);
    }

    /**
     * Returns when the realm answers and its demonstration persons may sign in. Everything is in memory, and gone with the process,
     * which ends with this JVM at the latest.
     *
     * @param distribution the unpacked distribution; the realm's file is copied into it
     * @param files {@code deploy/keycloak} of the source tree
     * @param data a directory for the log
     */
    public static Keycloak start(Path distribution, Path files, Path data) throws IOException {
        Path imported = distribution.resolve("data/import/shequ-realm.json");
        Files.createDirectories(imported.getParent());
        Files.copy(files.resolve("shequ-realm.json"), imported, StandardCopyOption.REPLACE_EXISTING);
        String adminSecret = SecretFile.readOrCreate(data.resolve("keycloak-admin.secret"));
        Path log = data.resolve("keycloak.log");
        int port = FreePort.find();
        Keycloak keycloak = new Keycloak(
                process(distribution, port, adminSecret, log),
                URI.create("http://127.0.0.1:" + port),
                log,
                adminSecret);
        // Also when this JVM is told to stop while Keycloak is still starting.
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
        try {
            keycloak.awaitReady();
            keycloak.realm.partialImport(Files.readString(files.resolve("demonstration-users.json")));
            return keycloak;
        } catch (IOException e) {
            keycloak.close();
            throw e;
        }
    }

    private static Process process(Path distribution, int port, String adminSecret, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "sh",
                        distribution.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
                        ADMIN_CLIENT,
                        "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
                        adminSecret));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + STARTUP.toNanos();
        while (!realm.isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("Keycloak did not start: " + Files.readString(log));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Where the suite finds its issuer. */
    public Addresses addresses() {
        return Addresses.ofIssuer(server + "/realms/shequ");
    }

    /** Tokens of the demonstration persons and of anybody else. */
    public TokenGiver tokens() {
        return tokens;
    }

    public URI server() {
        return server;
    }

    /** The id of the client that may administrate every realm; its secret is {@link #adminSecret}. */
    public String adminClient() {
        return ADMIN_CLIENT;
    }

    public String adminSecret() {
        return adminSecret;
    }

    /** Everything it has said so far. */
    public Path log() {
        return log;
    }

    /** Stops it: the script, which passes that on to its JVM, or else both. */
    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(SHUTDOWN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
