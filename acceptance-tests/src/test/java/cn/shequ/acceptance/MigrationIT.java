package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.postgres.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The database is migrated by a process of its own, with the owner's role; what serves never has its password. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigrationIT {

    private static final String DATABASE = "migrated_by_a_process";
    private static final long PATIENCE_SECONDS = 120;
    private static final Databases DATABASES =
            SuiteUnderTest.processes().addresses().requireDatabases();

    private record Ended(int status, String words) {}

    @BeforeAll
    static void anEmptyDatabase() throws SQLException {
        DATABASES.ensure(DATABASE);
    }

    @Test
    @Order(1)
    void what_serves_ends_at_once_without_the_migrations_and_names_them_and_a_process_that_makes_them_needs_no_other()
            throws Exception {
        Ended serving = run(
                "SHEQU_DB_PASSWORD",
                // It would wait for the issuer first, as long as the test lasts.
                Map.of("SHEQU_MIGRATE_AT_START", "false", "QUARKUS_OIDC_TENANT_ENABLED", "false"));

        assertThat(serving.status()).isNotZero();
        assertThat(serving.words()).contains("lacks migrations of this release: 0.01 (territory)");
        assertThat(tables()).isZero();

        Ended migrating = run("SHEQU_DB_OWNER_PASSWORD", Map.of("QUARKUS_INIT_AND_EXIT", "true"));

        assertThat(migrating.words()).contains("Successfully applied").doesNotContain("OIDC", "kafka");
        assertThat(migrating.status()).isZero();
        assertThat(tables()).isPositive();
    }

    @Test
    @Order(2)
    void a_release_that_is_taken_back_finds_migrations_of_the_newer_one_and_goes_on() throws Exception {
        heardOf("0.98", "of the kit");
        heardOf("9.01", "of the service");

        Ended migrating = run("SHEQU_DB_OWNER_PASSWORD", Map.of("QUARKUS_INIT_AND_EXIT", "true"));

        assertThat(migrating.status()).as(migrating.words()).isZero();
    }

    private static void heardOf(String version, String description) throws SQLException {
        try (Connection owner = DATABASES.asOwner(DATABASE);
                PreparedStatement sql = owner.prepareStatement("""
                        INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
                                                           installed_by, execution_time, success)
                        SELECT max(installed_rank) + 1, ?, ?, 'SQL', 'V.sql', 1, current_user, 1, true
                        FROM flyway_schema_history""")) {
            sql.setString(1, version);
            sql.setString(2, description);
            sql.executeUpdate();
        }
    }

    /** Runs workforce with one of the two passwords, and with neither issuer nor Kafka nor keys, until it ends. */
    private static Ended run(String password, Map<String, String> settings) throws IOException, InterruptedException {
        String nowhere = "127.0.0.1:" + FreePort.find();
        Map<String, String> environment = new HashMap<>(DATABASES.configuration(DATABASE));
        environment.keySet().removeIf(name -> name.endsWith("PASSWORD") && !name.equals(password));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", nowhere);
        environment.put("SHEQU_ISSUER", "http://" + nowhere + "/realms/shequ");
        environment.put("SHEQU_HTTP_PORT", Integer.toString(FreePort.find()));
        environment.putAll(settings);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx160m",
                        "-jar",
                        application().toString()))
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        process.onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((ended, late) -> process.destroyForcibly());
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), words);
    }

    private static Path application() {
        return Path.of(System.getProperty("shequ.home"), "workforce-service/target/quarkus-app/quarkus-run.jar");
    }

    private static long tables() throws SQLException {
        try (Connection owner = DATABASES.asOwner(DATABASE);
                Statement sql = owner.createStatement();
                ResultSet count = sql.executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
            count.next();
            return count.getLong(1);
        }
    }
}
