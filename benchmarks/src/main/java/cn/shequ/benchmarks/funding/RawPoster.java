package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.load.Client;
import cn.shequ.benchmarks.town.Town;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The raw limit: the statements of a posting by plain JDBC, in the service's own role, with every trigger, constraint and
 * the commit, and with nothing around them. Idempotency key, the expenditure and its lock, the fund and its lock, event,
 * entry, postings, the step, the kept answer. What the service asks beyond that (whose territory, which period) is its
 * own cost.
 */
final class RawPoster implements Client {

    /** As long as what the service keeps. */
    private static final byte[] ANSWER = "x".repeat(900).getBytes(StandardCharsets.US_ASCII);

    private static final byte[] HASH = new byte[32];
    private static final BigDecimal AMOUNT = new BigDecimal(Supply.AMOUNT);

    private final RawPool pool;
    private final Connection connection;
    private final Supply supply;
    private final UUID ledger;
    private final List<PreparedStatement> statements = new ArrayList<>();
    private final PreparedStatement takeKey;
    private final PreparedStatement lockExpenditure;
    private final PreparedStatement readExpenditure;
    private final PreparedStatement lockFund;
    private final PreparedStatement available;
    private final PreparedStatement event;
    private final PreparedStatement entry;
    private final PreparedStatement postings;
    private final PreparedStatement step;
    private final PreparedStatement keepAnswer;

    RawPoster(RawPool pool, UUID ledger, Supply supply) throws SQLException {
        this.pool = pool;
        this.connection = pool.take();
        this.supply = supply;
        this.ledger = ledger;
        connection.setAutoCommit(false);
        takeKey = prepare("""
                INSERT INTO idempotency_key (client, operation, key, request_hash)
                VALUES ('bench-approver', 'ExpenditureResource.approve', ?, ?) ON CONFLICT DO NOTHING""");
        lockExpenditure = prepare("SELECT lock_expenditure(?)");
        readExpenditure = prepare("SELECT * FROM expenditure WHERE id = ?");
        lockFund = prepare("SELECT lock_funds(ARRAY[?]::uuid[])");
        available = prepare("""
                SELECT least(
                  coalesce((SELECT available FROM fund_day WHERE fund = ? AND day <= ? ORDER BY day DESC LIMIT 1), 0),
                  (SELECT min(available) FROM fund_day WHERE fund = ? AND day > ?))""");
        event = prepare("""
                INSERT INTO event_outbox
                  (type, source, subject, dataschema, partition_key, division, data, occurred_at, traceparent)
                VALUES ('cn.shequ.funding.expenditure-approved.v1', '/funding', ?,
                        'urn:shequ:event:funding:expenditure-approved:v1', ?, ?, ?, now(), NULL)""");
        entry = prepare("""
                INSERT INTO entry (id, ledger, booked_on, kind, document, reverses, made_by, recorded_at, event)
                VALUES (?, ?, ?, 'COMMITMENT', ?, NULL, 'bench-approver', now(), currval('event_outbox_id_seq'))""");
        postings = prepare("""
                INSERT INTO posting (entry, line, account, fund, amount)
                VALUES (?, 1, 'AVAILABLE', ?, ?), (?, 2, 'COMMITTED', ?, ?)""");
        step = prepare("""
                INSERT INTO expenditure_step (expenditure, step, by_person, at, reason, entry)
                VALUES (?, 'APPROVED', 'bench-approver', now(), NULL, ?)""");
        keepAnswer = prepare("""
                UPDATE idempotency_key SET status = 200, content_type = 'application/json', location = NULL, etag = NULL,
                  body = ? WHERE client = 'bench-approver' AND operation = 'ExpenditureResource.approve' AND key = ?""");
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statements.add(statement);
        return statement;
    }

    @Override
    public boolean once() throws SQLException {
        Supply.Expenditure expenditure = supply.next();
        if (expenditure == null) {
            return false;
        }
        String key = UUID.randomUUID().toString();
        UUID made = UUID.randomUUID();
        run(takeKey, key, HASH);
        ask(lockExpenditure, expenditure.id());
        ask(readExpenditure, expenditure.id());
        ask(lockFund, expenditure.fund());
        ask(available, expenditure.fund(), Town.TODAY, expenditure.fund(), Town.TODAY);
        run(event, expenditure.id().toString(), ledger.toString(), Town.STREET, data(expenditure));
        run(entry, made, ledger, Town.TODAY, expenditure.id());
        run(postings, made, expenditure.fund(), AMOUNT, made, expenditure.fund(), AMOUNT.negate());
        run(step, expenditure.id(), made);
        run(keepAnswer, ANSWER, key);
        connection.commit();
        return true;
    }

    private String data(Supply.Expenditure expenditure) {
        return """
                {"amount":"%s","approvedOn":"%s","category":"WORKING_COSTS","commitment":"%s","division":"%s",\
                "expenditure":"%s","fund":"%s","ledger":"%s"}""".formatted(
                Supply.AMOUNT, Town.TODAY, "5a".repeat(32), Town.STREET, expenditure.id(), expenditure.fund(), ledger);
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        bind(statement, values);
        statement.executeUpdate();
    }

    private static void ask(PreparedStatement statement, Object... values) throws SQLException {
        bind(statement, values);
        try (ResultSet answer = statement.executeQuery()) {
            answer.next();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements) {
            statement.close();
        }
        pool.giveBack(connection);
    }
}
