package cn.shequ.benchmarks.town;

import cn.shequ.localstack.issuer.TokenMint;
import cn.shequ.localstack.postgres.Databases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A further subdistrict of the town's district, with a ledger and funds of its own. */
public record Street(String division, UUID ledger, List<UUID> funds) {

    private static final String CODE = "990102%03d000";
    /** The town's own subdistrict is the first. */
    private static final int FIRST = 2;

    private static final int MOST = 999;

    /** @param funds how many each of them has, all for working costs */
    public static List<Street> build(Databases databases, int howMany, int funds) throws SQLException {
        try (Connection owner = databases.asOwner(Town.DATABASE)) {
            owner.setAutoCommit(false);
            List<Street> streets = new ArrayList<>(howMany);
            for (int i = 0; i < howMany; i++) {
                String division = CODE.formatted(FIRST + i);
                UUID ledger = UUID.randomUUID();
                write(owner, division, ledger);
                streets.add(new Street(division, ledger, Town.writeFunds(owner, ledger, funds)));
            }
            owner.commit();
            return List.copyOf(streets);
        }
    }

    /** Those that were built before, in the order in which they were; the town's own is not among them. */
    public static List<Street> find(Databases databases) throws SQLException {
        try (Connection owner = databases.asOwner(Town.DATABASE);
                PreparedStatement ledgers = owner.prepareStatement(
                        "SELECT division, id FROM ledger WHERE division BETWEEN ? AND ? ORDER BY division")) {
            ledgers.setString(1, CODE.formatted(FIRST));
            ledgers.setString(2, CODE.formatted(MOST));
            List<Street> streets = new ArrayList<>();
            try (ResultSet rows = ledgers.executeQuery()) {
                while (rows.next()) {
                    streets.add(new Street(rows.getString(1), rows.getObject(2, UUID.class), List.of()));
                }
            }
            return List.copyOf(streets);
        }
    }

    private static void write(Connection owner, String division, UUID ledger) throws SQLException {
        run(owner, """
                INSERT INTO division (code, name, level, kind, parent, valid_from)
                VALUES (?, '街道', 'TOWNSHIP_LEVEL', 'SUBDISTRICT', ?, '2011-01-01')""", division, Town.DISTRICT);
        for (String ancestor : List.of(Town.CITY, Town.DISTRICT, division)) {
            run(
                    owner,
                    "INSERT INTO division_ancestry (descendant, ancestor, valid_from) VALUES (?, ?, '2011-01-01')",
                    division,
                    ancestor);
        }
        run(
                owner,
                "INSERT INTO ledger (id, division, kind, opened_on) VALUES (?, ?, 'SPECIAL', '2011-01-01')",
                ledger,
                division);
    }

    private static void run(Connection owner, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** Somebody of this subdistrict in one role; tokens hold for an hour. */
    public String token(TokenMint mint, String person, String role) {
        return mint.token(person, List.of(role), division, null);
    }
}
