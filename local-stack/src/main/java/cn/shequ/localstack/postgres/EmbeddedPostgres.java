package cn.shequ.localstack.postgres;

import cn.shequ.localstack.Directories;
import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.SecretFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of its own on 127.0.0.1, reachable only with a password.
 *
 * <p>With a data directory, data stays; without one it goes when the server stops. A server that outlived its
 * launcher is found by its {@code postmaster.pid} and stopped before this one starts.
 */
public final class EmbeddedPostgres implements PostgresServer {

    /**
     * @param dataDirectory where data stays, or null for a temporary directory
     * @param port 0 takes a free one
     */
    public record Options(@Nullable Path dataDirectory, int port, Sizing sizing) {
        public static Options forTests() {
            return new Options(null, 0, Sizing.TESTS);
        }
    }

    private static final Duration STARTUP = Duration.ofSeconds(60);
    /** Only with a password, only by TCP from this machine. */
    private static final String ACCESS =
            "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final ProcessHandle process;
    private final @Nullable Path temporaryDirectory;
    private final Databases databases;

    private EmbeddedPostgres(
            io.zonky.test.db.postgres.embedded.EmbeddedPostgres server,
            ProcessHandle process,
            @Nullable Path temporaryDirectory,
            Databases databases) {
        this.server = server;
        this.process = process;
        this.temporaryDirectory = temporaryDirectory;
        this.databases = databases;
    }

    public static EmbeddedPostgres start(Options options) throws IOException {
        Path home = options.dataDirectory();
        Path temporary = null;
        if (home == null) {
            temporary = Files.createTempDirectory("shequ-postgres-");
            home = temporary;
        }
        Path cluster = cluster(home);
        Files.createDirectories(home);
        Postmaster.stopLeftOver(cluster);
        Postmaster.forgetGone(cluster);
        removeUnfinished(cluster);
        String secret = SecretFile.readOrCreate(home.resolve("secret"));
        int port = options.port() == 0 ? FreePort.find() : options.port();
        Databases databases = new Databases(port, secret);

        Builder builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(STARTUP)
                // Whoever starts it stops it, after the services that still use it.
                .setRegisterShutdownHook(false)
                .setConnectConfig("password", databases.passwordOf("postgres"))
                // The same sort order and case rules on every machine.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        configure(builder, options.sizing());
        var server = builder.start();
        try {
            ProcessHandle process = Postmaster.in(cluster)
                    .orElseThrow(() -> new IOException("PostgreSQL started in " + cluster + " and is gone again"));
            demandPasswords(databases, cluster);
            return new EmbeddedPostgres(server, process, temporary, databases);
        } catch (SQLException | IOException e) {
            server.close();
            throw new IOException("PostgreSQL runs but cannot be given its access rules", e);
        }
    }

    private static Path cluster(Path home) {
        return home.resolve("cluster");
    }

    /** The server that still serves this data directory, whoever started it. */
    public static Optional<ProcessHandle> running(Path dataDirectory) {
        return Postmaster.in(cluster(dataDirectory));
    }

    /** Stops a server whose launcher was killed; returns the process that was stopped. */
    public static Optional<ProcessHandle> stopLeftOver(Path dataDirectory) throws IOException {
        return Postmaster.stopLeftOver(cluster(dataDirectory));
    }

    private static void configure(Builder builder, Sizing sizing) {
        ServerSettings.of(sizing).forEach(builder::setServerConfig);
        builder.setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                // Worker processes cost memory and this server answers from an ordinary notebook.
                .setServerConfig("io_method", "sync");
    }

    /** A cluster without this file was interrupted while being made; it holds nothing yet. */
    private static void removeUnfinished(Path cluster) throws IOException {
        if (Files.isDirectory(cluster) && !Files.exists(cluster.resolve("postgresql.conf"))) {
            Directories.delete(cluster);
        }
    }

    private static void demandPasswords(Databases databases, Path cluster) throws SQLException, IOException {
        Path rules = cluster.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(ACCESS)) {
            return;
        }
        try (Connection connection = databases.asSuperuser("postgres");
                Statement sql = connection.createStatement()) {
            sql.execute("ALTER ROLE postgres PASSWORD '" + databases.passwordOf("postgres") + "'");
            Files.writeString(rules, ACCESS);
            sql.execute("SELECT pg_reload_conf()");
        }
    }

    @Override
    public Databases databases() {
        return databases;
    }

    public int port() {
        return databases.port();
    }

    /** The server's main process, for tests that kill it. */
    public ProcessHandle process() {
        return process;
    }

    @Override
    public void close() {
        try {
            server.close();
            if (temporaryDirectory != null) {
                Directories.delete(temporaryDirectory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
