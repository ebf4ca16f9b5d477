package cn.shequ.benchmarks.torture;

import cn.shequ.localstack.postgres.Databases;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What the database holds, read with plain SQL and held against what the clients were told. */
final class Ledgers implements AutoCloseable {

    private final Connection connection;
    private final UUID ledger;

    Ledgers(Databases databases, UUID ledger) throws SQLException {
        this.connection = databases.asApp("funding");
        this.ledger = ledger;
    }

    /** Whether every committed event has its number and every entry its voucher. */
    boolean isSettled() throws SQLException {
        return number("SELECT (SELECT count(*) FROM event_outbox) - (SELECT count(*) FROM event_log)") == 0
                && number("SELECT count(*) FROM unnumbered_entry") == 0;
    }

    long logSize() throws SQLException {
        return number("SELECT coalesce(max(sequence) + 1, 0) FROM event_log");
    }

    /** Everything that is not as the clients were told. */
    List<String> compare(List<Clerk> clerks) throws SQLException {
        List<String> wrong = new ArrayList<>();
        Map<String, Long> entries = new TreeMap<>();
        long recorded = 0;
        Set<String> attempts = new HashSet<>();
        int attempted = 0;
        for (Clerk clerk : clerks) {
            compare(clerk, wrong);
            clerk.account.entries.forEach((kind, count) -> entries.merge(kind, count, Long::sum));
            recorded += clerk.account.recorded;
            attempts.addAll(clerk.account.attempts.keySet());
            attempted += clerk.account.attempts.values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
        expect(
                wrong,
                "entries",
                entries,
                counts("SELECT kind, count(*) FROM entry WHERE ledger = ? GROUP BY kind", ledger));
        expect(
                wrong,
                "receipts",
                entries.getOrDefault("RECEIPT", 0L),
                number("SELECT count(*) FROM receipt WHERE ledger = ?", ledger));
        expect(wrong, "expenditures", recorded, number("SELECT count(*) FROM expenditure WHERE ledger = ?", ledger));
        expect(wrong, "refused attempts, each its own", attempted, attempts.size());
        expect(
                wrong,
                "refused attempts",
                attempts,
                texts("SELECT id::text FROM diversion_attempt WHERE ledger = ?", ledger));
        expect(
                wrong,
                "events of entries",
                entries.values().stream().mapToLong(Long::longValue).sum(),
                number("""
                SELECT count(*) FROM event_log WHERE partition_key = ? AND type ~
                  '(receipt-posted|expenditure-approved|expenditure-paid|entry-reversed)'""", ledger.toString()));
        soundness(wrong);
        return wrong;
    }

    private void compare(Clerk clerk, List<String> wrong) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT coalesce(-sum(amount) FILTER (WHERE account = 'AVAILABLE'), 0),
                       coalesce(-sum(amount) FILTER (WHERE account = 'COMMITTED'), 0),
                       coalesce(sum(amount) FILTER (WHERE account = 'SPENT'), 0)
                FROM posting WHERE fund = ?""")) {
            query.setObject(1, clerk.fund());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                Clerk.Account account = clerk.account;
                expect(
                        wrong,
                        "fund " + clerk.fund(),
                        List.of(account.available, account.committed, account.spent),
                        List.of(fen(row.getBigDecimal(1)), fen(row.getBigDecimal(2)), fen(row.getBigDecimal(3))));
            }
        }
    }

    /** What holds in every ledger, whoever wrote it. */
    private void soundness(List<String> wrong) throws SQLException {
        none(wrong, "entries that do not sum to zero", """
                SELECT count(*) FROM (SELECT entry FROM posting GROUP BY entry
                                      HAVING sum(amount) <> 0 OR count(*) < 2) unbalanced""");
        none(wrong, "entries without postings", """
                SELECT count(*) FROM entry e WHERE NOT EXISTS (SELECT FROM posting p WHERE p.entry = e.id)""");
        none(wrong, "postings that are not of the day and the event of their entry", """
                SELECT count(*) FROM posting p JOIN entry e ON e.id = p.entry
                WHERE (p.booked_on, p.recorded, p.event) IS DISTINCT FROM (e.booked_on, e.recorded, e.event)""");
        none(wrong, "funds whose last day is not the sum of their postings", """
                SELECT count(*) FROM (
                  SELECT fund, coalesce(-sum(amount) FILTER (WHERE account = 'AVAILABLE'), 0) AS available,
                         coalesce(sum(amount) FILTER (WHERE account = 'SPENT'), 0) AS spent
                  FROM posting WHERE fund IS NOT NULL GROUP BY fund) p
                WHERE (p.available, p.spent) <> (
                  SELECT d.available, (SELECT coalesce(sum(value::numeric), 0) FROM jsonb_each_text(d.spent))
                  FROM fund_day d WHERE d.fund = p.fund ORDER BY day DESC LIMIT 1)""");
        none(wrong, "days below zero", "SELECT count(*) FROM fund_day WHERE available < 0 OR committed < 0");
        none(wrong, "days of divisions that are not the sum of their postings", """
                SELECT count(*) FROM division_day d FULL JOIN (
                  SELECT coalesce(f.community, l.division) AS division, e.booked_on AS day,
                         coalesce(-sum(p.amount) FILTER (WHERE p.account = 'APPLIED'), 0) AS applied
                  FROM posting p JOIN entry e ON e.id = p.entry JOIN fund f ON f.id = p.fund JOIN ledger l ON l.id = f.ledger
                  GROUP BY 1, 2) m USING (division, day)
                WHERE d.applied IS DISTINCT FROM m.applied""");
        none(wrong, "keys without an answer", "SELECT count(*) FROM idempotency_key WHERE status IS NULL");
        none(wrong, "gaps in voucher numbers", """
                SELECT coalesce(sum(highest - vouchers), 0) FROM (
                  SELECT max(number) AS highest, count(*) AS vouchers FROM voucher GROUP BY ledger, year, month) v""");
        none(
                wrong,
                "entries without a voucher",
                "SELECT (SELECT count(*) FROM entry) - (SELECT count(*) FROM voucher)");
        none(wrong, "gaps in the log", "SELECT coalesce(max(sequence) + 1, 0) - count(*) FROM event_log");
    }

    private void none(List<String> wrong, String what, String query) throws SQLException {
        expect(wrong, what, 0L, number(query));
    }

    private static void expect(List<String> wrong, String what, Object told, Object found) {
        if (!told.equals(found)) {
            wrong.add(what + ": told " + told + ", found " + found);
        }
    }

    private long number(String query, Object... values) throws SQLException {
        try (PreparedStatement prepared = prepare(query, values);
                ResultSet row = prepared.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Map<String, Long> counts(String query, Object... values) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (PreparedStatement prepared = prepare(query, values);
                ResultSet row = prepared.executeQuery()) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }

    private Set<String> texts(String query, Object... values) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (PreparedStatement prepared = prepare(query, values);
                ResultSet row = prepared.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private PreparedStatement prepare(String query, Object... values) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(query);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
