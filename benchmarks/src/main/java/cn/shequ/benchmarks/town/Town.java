package cn.shequ.benchmarks.town;

import cn.shequ.localstack.issuer.TokenMint;
import cn.shequ.localstack.postgres.Databases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A city with one district, one subdistrict and its ledger and funds, written as the owner of the tables: in the suite the
 * territory comes from facilities' events.
 */
public record Town(UUID ledger, List<UUID> funds) {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    public static final String CITY = "990100000000";
    public static final String DISTRICT = "990102000000";
    public static final String STREET = "990102001000";
    static final String DATABASE = "funding";

    private static final List<String> DIVISIONS = List.of(CITY, DISTRICT, STREET);
    private static final List<String> LEVELS = List.of("CITY", "COUNTY_LEVEL", "TOWNSHIP_LEVEL");
    private static final List<String> KINDS = List.of("PREFECTURE_LEVEL_CITY", "URBAN_DISTRICT", "SUBDISTRICT");

    /** @param funds how many it has, all for working costs */
    public static Town build(Databases databases, int funds) throws SQLException {
        try (Connection owner = databases.asOwner(DATABASE)) {
            owner.setAutoCommit(false);
            writeDivisions(owner);
            UUID ledger = UUID.randomUUID();
            writeLedgers(owner, ledger);
            Town town = new Town(ledger, writeFunds(owner, ledger, funds));
            owner.commit();
            return town;
        }
    }

    /** The town that was built in these databases before. */
    public static Optional<Town> find(Databases databases) throws SQLException {
        try (Connection owner = databases.asOwner(DATABASE);
                PreparedStatement funds = owner.prepareStatement("""
                        SELECT f.ledger, f.id FROM fund f JOIN ledger l ON l.id = f.ledger
                        WHERE l.division = ? AND f.opened_by = 'town' ORDER BY f.id""")) {
            funds.setString(1, STREET);
            UUID ledger = null;
            List<UUID> found = new ArrayList<>();
            try (ResultSet rows = funds.executeQuery()) {
                while (rows.next()) {
                    ledger = rows.getObject(1, UUID.class);
                    found.add(rows.getObject(2, UUID.class));
                }
            }
            return Optional.ofNullable(ledger).map(of -> new Town(of, List.copyOf(found)));
        }
    }

    private static void writeDivisions(Connection owner) throws SQLException {
        try (PreparedStatement division = owner.prepareStatement(
                        "INSERT INTO division (code, name, level, kind, parent, valid_from) VALUES (?, ?, ?, ?, ?, '2011-01-01')");
                PreparedStatement within = owner.prepareStatement(
                        "INSERT INTO division_ancestry (descendant, ancestor, valid_from) VALUES (?, ?, '2011-01-01')")) {
            for (int i = 0; i < DIVISIONS.size(); i++) {
                division.setString(1, DIVISIONS.get(i));
                division.setString(2, "区划" + DIVISIONS.get(i));
                division.setString(3, LEVELS.get(i));
                division.setString(4, KINDS.get(i));
                division.setString(5, i == 0 ? null : DIVISIONS.get(i - 1));
                division.execute();
                for (int above = 0; above <= i; above++) {
                    within.setString(1, DIVISIONS.get(i));
                    within.setString(2, DIVISIONS.get(above));
                    within.execute();
                }
            }
        }
    }

    private static void writeLedgers(Connection owner, UUID special) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute("""
                    INSERT INTO ledger (id, division, kind, opened_on) VALUES
                      ('%s', '%s', 'SPECIAL', '2011-01-01'), (gen_random_uuid(), '%s', 'POOL', '2011-01-01'),
                      (gen_random_uuid(), '%s', 'POOL', '2011-01-01')""".formatted(special, STREET, DISTRICT, CITY));
        }
    }

    static List<UUID> writeFunds(Connection owner, UUID ledger, int howMany) throws SQLException {
        List<UUID> funds = new ArrayList<>(howMany);
        try (PreparedStatement fund = owner.prepareStatement("""
                INSERT INTO fund (id, ledger, source, purpose, fiscal_year, categories, spend_by, opened_by, opened_at)
                VALUES (?, ?, 'DISTRICT', 'WORKING_COSTS', ?, '{WORKING_COSTS}', ?, 'town', now())""")) {
            for (int i = 0; i < howMany; i++) {
                UUID id = UUID.randomUUID();
                funds.add(id);
                fund.setObject(1, id);
                fund.setObject(2, ledger);
                fund.setInt(3, TODAY.getYear());
                fund.setObject(4, TODAY.plusYears(1));
                fund.addBatch();
            }
            fund.executeBatch();
        }
        return List.copyOf(funds);
    }

    /** Somebody of the subdistrict in one role; tokens hold for an hour. */
    public static String token(TokenMint mint, String person, String role) {
        return mint.token(person, List.of(role), role.equals("auditor") ? CITY : STREET, null);
    }
}
