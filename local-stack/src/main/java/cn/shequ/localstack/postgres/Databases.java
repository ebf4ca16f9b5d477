package cn.shequ.localstack.postgres;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.Driver;

/**
 * One database per service, owned by {@code <name>_owner} (migrations) and used by {@code <name>_app} (the running
 * service), which may connect and nothing more until a migration grants it something.
 *
 * <p>All passwords follow from one secret, so a second process that knows the secret needs no list of passwords.
 */
public record Databases(int port, String secret) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final long ONE_AT_A_TIME = 0x5348455155L;
    private static final String SUPERUSER = "postgres";

    /** Creates database and roles, or brings what is there back to the state described above. */
    public void ensure(String name) throws SQLException {
        requireName(name);
        try (Connection server = connect(SUPERUSER, "postgres");
                Statement sql = server.createStatement()) {
            sql.execute("SELECT pg_advisory_lock(" + ONE_AT_A_TIME + ")");
            ensureRole(server, owner(name));
            ensureRole(server, app(name));
            if (!exists(server, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                sql.execute("CREATE DATABASE " + name + " OWNER " + owner(name));
            }
            sql.execute("ALTER DATABASE " + name + " OWNER TO " + owner(name));
            sql.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            sql.execute("GRANT CONNECT ON DATABASE " + name + " TO " + app(name));
        }
        try (Connection database = connect(SUPERUSER, name);
                Statement sql = database.createStatement()) {
            sql.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            sql.execute("ALTER SCHEMA public OWNER TO " + owner(name));
            sql.execute("GRANT USAGE ON SCHEMA public TO " + app(name));
        }
    }

    /** What a service must be told to use its database; the keys are those of every way to run the suite. */
    public Map<String, String> configuration(String name) {
        requireName(name);
        return Map.of(
                "SHEQU_DB_URL", url(name),
                "SHEQU_DB_OWNER", owner(name),
                "SHEQU_DB_OWNER_PASSWORD", passwordOf(owner(name)),
                "SHEQU_DB_USER", app(name),
                "SHEQU_DB_PASSWORD", passwordOf(app(name)));
    }

    /** Connects as the role that owns the schema and runs its migrations. */
    public Connection asOwner(String name) throws SQLException {
        return connect(owner(name), name);
    }

    /** Connects as the role the running service has. */
    public Connection asApp(String name) throws SQLException {
        return connect(app(name), name);
    }

    public Connection asSuperuser(String database) throws SQLException {
        return connect(SUPERUSER, database);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String passwordOf(String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal(role.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private Connection connect(String role, String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", passwordOf(role));
        login.setProperty("connectTimeout", "10");
        login.setProperty("ApplicationName", "shequ-local-stack");
        // Asked directly: DriverManager does not see drivers of another class loader, as in a Quarkus test.
        Connection connection = new Driver().connect(url(database), login);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL address: " + url(database));
        }
        return connection;
    }

    private void ensureRole(Connection server, String role) throws SQLException {
        boolean known = exists(server, "SELECT 1 FROM pg_roles WHERE rolname = ?", role);
        try (Statement sql = server.createStatement()) {
            sql.execute((known ? "ALTER ROLE " : "CREATE ROLE ") + role
                    + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '"
                    + passwordOf(role) + "'");
        }
    }

    private static boolean exists(Connection server, String query, String name) throws SQLException {
        try (PreparedStatement sql = server.prepareStatement(query)) {
            sql.setString(1, name);
            return sql.executeQuery().next();
        }
    }

    private static String owner(String name) {
        return name + "_owner";
    }

    private static String app(String name) {
        return name + "_app";
    }

    /** The name stands in SQL where no parameter can, so it is checked instead. */
    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
    }
}
