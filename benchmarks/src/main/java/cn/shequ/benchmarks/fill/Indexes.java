package cn.shequ.benchmarks.fill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The indexes of some tables, put aside while these are filled: to build them at the end takes a part of the time. */
public final class Indexes {

    private final Map<String, String> definitions;

    private Indexes(Map<String, String> definitions) {
        this.definitions = definitions;
    }

    /**
     * Drops all but those that keys and constraints need.
     *
     * @param server connected as a superuser
     */
    public static Indexes drop(Connection server, List<String> tables) throws SQLException {
        try (PreparedStatement asked = server.prepareStatement("""
                        SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
                        WHERE i.indrelid::regclass::text = ANY (?)
                          AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)""");
                Statement sql = server.createStatement()) {
            asked.setArray(1, server.createArrayOf("text", tables.toArray()));
            Map<String, String> found = new TreeMap<>();
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
            for (String index : found.keySet()) {
                sql.execute("DROP INDEX " + index);
            }
            return new Indexes(found);
        }
    }

    public void create(Statement sql) throws SQLException {
        for (String definition : definitions.values()) {
            sql.execute(definition);
        }
    }
}
