package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.town.Street;
import cn.shequ.benchmarks.town.Town;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what the events of a history tell of into the ledgers, inside the server: funds, receipts, expenditures with their
 * steps and details, entries, postings, vouchers, what moved in each ledger by days, months and years, in each division
 * by days, and what each fund held by days. Idempotency keys and the trail of operations are left out: the first live for a week, and the second is not read by
 * what is measured.
 */
final class LedgerFill {

    private static final String ROWS = """
            INSERT INTO filled
            SELECT n, part, pg_temp.id('ENTRY', n), fund_number, pg_temp.id('FUND', fund_number),
                   CASE WHEN part = 0 THEN pg_temp.id('RECEIPT', fund_number)
                        ELSE pg_temp.id('EXPENDITURE', fund_number * {expenditures} + (part - 1) / 2) END,
                   CASE WHEN part = 0 THEN 'RECEIPT' WHEN part % 2 = 1 THEN 'COMMITMENT' ELSE 'PAYMENT' END,
                   ('{ledgers}'::uuid[])[1 + (n % {funds} % {streets})::int],
                   date '{first}' + (n * {micros} / 86400000000)::int,
                   timestamp '{first}' AT TIME ZONE 'UTC' + n * {micros} * interval '1 microsecond'
            FROM (SELECT n, n % {generation} / {funds} AS part, n / {generation} * {funds} + n % {funds} AS fund_number
                  FROM generate_series({from}::bigint, {end} - 1) n) numbered
            """;

    private static final String LINES = """
            (VALUES ('RECEIPT', 1, 'BANK', {received}), ('RECEIPT', 2, 'AVAILABLE', -{received}),
              ('COMMITMENT', 1, 'AVAILABLE', {spent}), ('COMMITMENT', 2, 'COMMITTED', -{spent}),
              ('PAYMENT', 1, 'SPENT', {spent}), ('PAYMENT', 2, 'BANK', -{spent}),
              ('PAYMENT', 3, 'COMMITTED', {spent}), ('PAYMENT', 4, 'APPLIED', -{spent})) l (kind, line, account, amount)""";

    private static final List<String> STATEMENTS =
            List.of("""
            INSERT INTO fund (id, ledger, source, purpose, fiscal_year, categories, spend_by, opened_by, opened_at)
            SELECT fund, ledger, 'DISTRICT', 'WORKING_COSTS', extract(year FROM day)::int, '{WORKING_COSTS}', day + 3650,
                   'history', at
            FROM filled WHERE part = 0""", """
            INSERT INTO receipt (id, ledger, payer, amount, booked_on, bank_reference, fund, recorded_by, recorded_at)
            SELECT document, ledger, '{payer}', {received}, day, document::text, fund, 'history-accountant', at
            FROM filled WHERE part = 0""", """
            INSERT INTO expenditure (id, ledger, fund, category, amount, booked_on, evidence, approvals_needed, rule,
                                     commitment, made_by, made_at, stage)
            SELECT document, ledger, fund, 'WORKING_COSTS', {spent}, day, '{}', 1, 'bench@1', repeat('5a', 32),
                   'history-accountant', at, CASE part WHEN {last} THEN 'APPROVED' ELSE 'PAID' END
            FROM filled WHERE kind = 'COMMITMENT'""", """
            INSERT INTO expenditure_detail (expenditure, payee, purpose, salt)
            SELECT document, '某某文印店', '入户宣传材料制作', uuid_send(entry) FROM filled WHERE kind = 'COMMITMENT'""", """
            INSERT INTO entry (id, recorded, ledger, booked_on, kind, document, made_by, recorded_at, event)
            OVERRIDING SYSTEM VALUE
            SELECT entry, {recorded} + n, ledger, day, kind, document, 'history', at, {outbox} + n FROM filled ORDER BY n""", """
            INSERT INTO expenditure_step (expenditure, step, by_person, at, entry)
            SELECT document, CASE kind WHEN 'PAYMENT' THEN 'PAID' ELSE 'APPROVED' END,
                   CASE kind WHEN 'PAYMENT' THEN 'history-cashier' ELSE 'history-approver' END, at, entry
            FROM filled WHERE part > 0 ORDER BY n""", """
            INSERT INTO posting (entry, line, account, fund, category, amount, booked_on, recorded, event)
            SELECT f.entry, l.line, l.account, CASE WHEN l.account <> 'BANK' THEN f.fund END,
                   CASE WHEN l.account = 'SPENT' THEN 'WORKING_COSTS' END, l.amount, f.day, {recorded} + f.n, {outbox} + f.n
            FROM filled f JOIN {lines} ON l.kind = f.kind
            ORDER BY f.n, l.line""", """
            INSERT INTO voucher (entry, ledger, year, month, number)
            SELECT f.entry, f.ledger, p.year, p.month,
                   p.last + row_number() OVER (PARTITION BY f.ledger, p.year, p.month ORDER BY f.n)
            FROM filled f JOIN (
              SELECT m.*, coalesce((SELECT max(v.number) FROM voucher v
                                    WHERE v.ledger = m.ledger AND v.year = m.year AND v.month = m.month), 0) AS last
              FROM (SELECT DISTINCT ledger, extract(year FROM day)::int AS year, extract(month FROM day)::int AS month
                    FROM filled) m) p
              ON p.ledger = f.ledger AND p.year = extract(year FROM f.day) AND p.month = extract(month FROM f.day)
            ORDER BY f.n""", """
            INSERT INTO ledger_day (ledger, account, day, debit, credit)
            SELECT f.ledger, l.account, f.day, sum(greatest(l.amount, 0)), sum(greatest(-l.amount, 0))
            FROM filled f JOIN {lines} ON l.kind = f.kind GROUP BY f.ledger, l.account, f.day
            ON CONFLICT (ledger, account, day) DO UPDATE
            SET debit = ledger_day.debit + excluded.debit, credit = ledger_day.credit + excluded.credit""", """
            INSERT INTO ledger_month (ledger, account, month, debit, credit)
            SELECT f.ledger, l.account, date_trunc('month', f.day)::date, sum(greatest(l.amount, 0)),
                   sum(greatest(-l.amount, 0))
            FROM filled f JOIN {lines} ON l.kind = f.kind GROUP BY 1, 2, 3
            ON CONFLICT (ledger, account, month) DO UPDATE
            SET debit = ledger_month.debit + excluded.debit, credit = ledger_month.credit + excluded.credit""", """
            INSERT INTO ledger_year (ledger, account, year, debit, credit)
            SELECT f.ledger, l.account, extract(year FROM f.day)::int, sum(greatest(l.amount, 0)), sum(greatest(-l.amount, 0))
            FROM filled f JOIN {lines} ON l.kind = f.kind GROUP BY 1, 2, 3
            ON CONFLICT (ledger, account, year) DO UPDATE
            SET debit = ledger_year.debit + excluded.debit, credit = ledger_year.credit + excluded.credit""", """
            INSERT INTO division_day (division, day, received, applied)
            SELECT l.division, f.day, coalesce(sum({received}) FILTER (WHERE f.kind = 'RECEIPT'), 0),
                   coalesce(sum({spent}) FILTER (WHERE f.kind = 'PAYMENT'), 0)
            FROM filled f JOIN ledger l ON l.id = f.ledger GROUP BY 1, 2
            ON CONFLICT (division, day) DO UPDATE
            SET received = division_day.received + excluded.received, applied = division_day.applied + excluded.applied""", """
            INSERT INTO fund_day (fund, day, available, committed, reserved, payable, applied, receivable, spent)
            SELECT fund, day, received - taken, taken - paid, 0, 0, paid, 0,
                   CASE WHEN paid = 0 THEN '{}' ELSE jsonb_build_object('WORKING_COSTS', paid) END
            FROM (SELECT fund, day, sum(sum(CASE kind WHEN 'RECEIPT' THEN {received} ELSE 0 END)) OVER until AS received,
                         sum(sum(CASE kind WHEN 'COMMITMENT' THEN {spent} ELSE 0 END)) OVER until AS taken,
                         sum(sum(CASE kind WHEN 'PAYMENT' THEN {spent} ELSE 0 END)) OVER until AS paid
                  FROM filled GROUP BY fund, day WINDOW until AS (PARTITION BY fund ORDER BY day)) moved""");

    private final Connection connection;
    private final History history;
    private final String numbers;

    /** @param connection of a superuser, in which triggers do not run */
    LedgerFill(Connection connection, History history) throws SQLException {
        this.connection = connection;
        this.history = history;
        this.numbers = Arrays.stream(History.Kind.values())
                .map(kind -> "WHEN '" + kind + "' THEN " + (kind.ordinal() + 1))
                .collect(Collectors.joining(" "));
        try (Statement sql = connection.createStatement()) {
            sql.execute("""
                    CREATE TEMP TABLE IF NOT EXISTS filled (
                      n bigint, part int, entry uuid, fund_number bigint, fund uuid, document uuid, kind text, ledger uuid,
                      day date, at timestamptz)""");
            sql.execute(
                    "CREATE OR REPLACE FUNCTION pg_temp.id(kind text, number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE"
                            + " AS $$ SELECT ('0000000' || CASE kind " + numbers + " END || '-0000-7000-8000-'"
                            + " || lpad(to_hex(number), 12, '0'))::uuid $$");
        }
    }

    /** @param outbox where the event of number {@code from} stands in the outbox */
    void write(long from, long end, long outbox) throws SQLException {
        long recorded = nextRecorded() - from;
        for (long first = from; first < end; first += history.generation()) {
            try (Statement sql = connection.createStatement()) {
                sql.execute("TRUNCATE filled");
                sql.execute(told(ROWS, first, recorded, outbox - from));
                sql.execute("ANALYZE filled");
                for (String statement : STATEMENTS) {
                    sql.execute(told(statement, first, recorded, outbox - from));
                }
            }
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute("SELECT setval(pg_get_serial_sequence('entry', 'recorded'), " + (recorded + end - 1) + ")");
        }
    }

    private long nextRecorded() throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT coalesce(max(recorded) + 1, 1) FROM entry")) {
            row.next();
            return row.getLong(1);
        }
    }

    private String told(String statement, long first, long recorded, long outbox) {
        String ledgers = history.streets().stream()
                .map(Street::ledger)
                .map(Object::toString)
                .collect(Collectors.joining(",", "{", "}"));
        return statement
                .replace("{lines}", LINES)
                .replace("{ledgers}", ledgers)
                .replace("{streets}", "" + history.streets().size())
                .replace("{funds}", "" + history.fundsAtATime())
                .replace("{generation}", "" + history.generation())
                .replace("{expenditures}", "" + History.EXPENDITURES_OF_FUND)
                .replace("{last}", "" + (History.EVENTS_OF_FUND - 1))
                .replace("{first}", "" + History.FIRST_DAY)
                .replace("{micros}", "" + history.microsBetween())
                .replace("{payer}", Town.DISTRICT)
                .replace("{received}", History.RECEIVED)
                .replace("{spent}", History.SPENT)
                .replace("{recorded}", "" + recorded)
                .replace("{outbox}", "" + outbox)
                .replace("{from}", "" + first)
                .replace("{end}", "" + (first + history.generation()));
    }
}
