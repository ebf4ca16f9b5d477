package cn.shequ.benchmarks.fill;

import cn.shequ.localstack.postgres.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What is filled is cleaned up once, at the end, and not while something is measured. */
public final class Cleaning {

    private Cleaning() {}

    /** Whether PostgreSQL cleans up by itself. */
    public static void byItself(Databases databases, boolean on) throws SQLException {
        try (Connection server = databases.asSuperuser("postgres");
                Statement sql = server.createStatement()) {
            sql.execute(on ? "ALTER SYSTEM RESET autovacuum" : "ALTER SYSTEM SET autovacuum = off");
            sql.execute("SELECT pg_reload_conf()");
        }
    }
}
