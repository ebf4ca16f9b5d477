package cn.shequ.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.postgres.EmbeddedPostgres.Options;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

class EmbeddedPostgresTest {

    private static final String NO_PRIVILEGE = "42501";
    private static final String WRONG_PASSWORD = "28P01";

    private static EmbeddedPostgres postgres;
    private static Databases databases;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start(Options.forTests());
        databases = postgres.databases();
        databases.ensure("funding");
        databases.ensure("admission");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void the_owner_migrates_and_the_service_does_what_was_granted_and_no_more() throws Exception {
        try (Connection owner = databases.asOwner("funding")) {
            run(owner, "CREATE TABLE entry (id int PRIMARY KEY)");
            run(owner, "GRANT SELECT, INSERT ON entry TO funding_app");
        }
        try (Connection app = databases.asApp("funding")) {
            run(app, "INSERT INTO entry VALUES (1)");
            assertThat(one(app, "SELECT count(*) FROM entry")).isEqualTo("1");
            assertRefused(app, "UPDATE entry SET id = 2");
            assertRefused(app, "DELETE FROM entry");
            assertRefused(app, "TRUNCATE entry");
            assertRefused(app, "DROP TABLE entry");
            assertRefused(app, "CREATE TABLE mine (id int)");
            assertRefused(app, "CREATE SCHEMA mine");
            assertRefused(app, "CREATE TEMP TABLE mine (id int)");
            assertRefused(app, "CREATE ROLE another");
            assertRefused(app, "CREATE DATABASE another");
            assertRefused(app, "SET ROLE funding_owner");
        }
    }

    @Test
    void a_service_cannot_enter_the_database_of_another() {
        assertThatThrownBy(() -> login("admission", "funding_app", databases.passwordOf("funding_app")))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NO_PRIVILEGE));
        assertThatThrownBy(() -> login("admission", "funding_owner", databases.passwordOf("funding_owner")))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NO_PRIVILEGE));
    }

    @Test
    void nobody_enters_with_a_wrong_password() {
        for (String role : new String[] {"postgres", "funding_owner", "funding_app"}) {
            assertThatThrownBy(() -> login("funding", role, "guess"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(WRONG_PASSWORD));
        }
    }

    @Test
    void a_database_is_created_once_however_often_it_is_asked_for() throws Exception {
        databases.ensure("workforce");
        try (Connection owner = databases.asOwner("workforce")) {
            run(owner, "CREATE TABLE volunteer (id int)");
        }
        databases.ensure("workforce");
        try (Connection owner = databases.asOwner("workforce")) {
            assertThat(one(owner, "SELECT count(*) FROM volunteer")).isEqualTo("0");
        }
    }

    @Test
    void names_that_could_carry_sql_are_not_database_names() {
        for (String name : new String[] {"", "Funding", "a b", "a;drop", "a\"", "1a"}) {
            assertThatThrownBy(() -> databases.ensure(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> databases.configuration(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_configuration_is_what_a_service_needs_to_connect() throws Exception {
        Map<String, String> keys = databases.configuration("funding");
        assertThat(keys)
                .containsEntry("SHEQU_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/funding")
                .containsEntry("SHEQU_DB_OWNER", "funding_owner")
                .containsEntry("SHEQU_DB_USER", "funding_app");
        login("funding", keys.get("SHEQU_DB_USER"), keys.get("SHEQU_DB_PASSWORD"));
        login("funding", keys.get("SHEQU_DB_OWNER"), keys.get("SHEQU_DB_OWNER_PASSWORD"));
    }

    @Test
    void text_sorts_the_same_on_every_machine() throws Exception {
        try (Connection app = databases.asApp("funding")) {
            assertThat(one(app, "SELECT string_agg(x, '' ORDER BY x) FROM (VALUES ('b'), ('B'), ('南'), ('a')) t(x)"))
                    .isEqualTo("Bab南");
        }
    }

    @Test
    void durability_is_on_when_asked_for_and_off_in_tests(@TempDir Path data) throws Exception {
        try (EmbeddedPostgres durable = EmbeddedPostgres.start(new Options(data, 0, Sizing.NOTEBOOK));
                Connection yes = durable.databases().asSuperuser("postgres");
                Connection no = databases.asSuperuser("postgres")) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(one(yes, "SHOW " + setting)).as(setting).isEqualTo("on");
                assertThat(one(no, "SHOW " + setting)).as(setting).isEqualTo("off");
            }
        }
    }

    @Test
    void a_server_takes_its_part_of_the_memory_and_waits_for_the_disk(@TempDir Path data) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(new Options(data, 0, Sizing.SERVER));
                Connection asked = server.databases().asSuperuser("postgres");
                Connection ofTests = databases.asSuperuser("postgres")) {
            String buffers = "SELECT setting FROM pg_settings WHERE name = 'shared_buffers'";
            assertThat(Long.parseLong(one(asked, buffers))).isGreaterThan(Long.parseLong(one(ofTests, buffers)));
            assertThat(one(asked, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void data_and_passwords_outlive_a_restart_and_a_killed_server(@TempDir Path data) throws Exception {
        Options options = new Options(data, FreePort.find(), Sizing.NOTEBOOK);
        String password;
        try (EmbeddedPostgres first = EmbeddedPostgres.start(options)) {
            first.databases().ensure("facilities");
            password = first.databases().passwordOf("facilities_app");
            try (Connection owner = first.databases().asOwner("facilities")) {
                run(owner, "CREATE TABLE premises (code text)");
                run(owner, "INSERT INTO premises VALUES ('220102001001')");
            }
        }
        EmbeddedPostgres second = EmbeddedPostgres.start(options);
        second.process().destroyForcibly();
        second.process().onExit().join();
        second.close();
        try (EmbeddedPostgres third = EmbeddedPostgres.start(options);
                Connection owner = third.databases().asOwner("facilities")) {
            assertThat(one(owner, "SELECT code FROM premises")).isEqualTo("220102001001");
            assertThat(third.databases().passwordOf("facilities_app")).isEqualTo(password);
        }
    }

    @Test
    void what_a_temporary_server_left_on_disk_goes_with_it() throws Exception {
        ProcessHandle process;
        try (EmbeddedPostgres temporary = EmbeddedPostgres.start(Options.forTests())) {
            process = temporary.process();
            assertThat(process.isAlive()).isTrue();
        }
        process.onExit().join();
        assertThat(process.isAlive()).isFalse();
    }

    private static Connection login(String database, String role, String password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", password);
        Connection connection = new Driver().connect(databases.url(database), login);
        connection.close();
        return connection;
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThatThrownBy(() -> run(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NO_PRIVILEGE));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
