package cn.shequ.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.Driver;

/** What a service may rely on, wherever its server came from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PostgresServerContract {

    private static final String NO_PRIVILEGE = "42501";
    private static final String WRONG_PASSWORD = "28P01";

    PostgresServer postgres;
    Databases databases;

    /** A server with the settings of tests. */
    abstract PostgresServer start() throws Exception;

    @BeforeAll
    void ensureDatabases() throws Exception {
        postgres = start();
        databases = postgres.databases();
        databases.ensure("funding");
        databases.ensure("admission");
    }

    @AfterAll
    void stop() {
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
                .containsEntry("SHEQU_DB_URL", "jdbc:postgresql://127.0.0.1:" + databases.port() + "/funding")
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
    void nothing_waits_for_the_disk() throws Exception {
        assertDurability(databases, "off");
    }

    static void assertDurability(Databases databases, String onOrOff) throws SQLException {
        try (Connection server = databases.asSuperuser("postgres")) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(one(server, "SHOW " + setting)).as(setting).isEqualTo(onOrOff);
            }
        }
    }

    private Connection login(String database, String role, String password) throws SQLException {
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

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
