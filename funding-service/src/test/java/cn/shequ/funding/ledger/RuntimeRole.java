package cn.shequ.funding.ledger;

import cn.shequ.funding.Calls;
import cn.shequ.localstack.TestInfrastructure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Raw SQL as the service's own role: what somebody could do who got hold of its password. */
public final class RuntimeRole implements AutoCloseable {

    private final Connection connection;

    private RuntimeRole(Connection connection) {
        this.connection = connection;
    }

    public static RuntimeRole connect() throws SQLException {
        Connection connection =
                TestInfrastructure.addresses().requireDatabases().asApp("funding");
        connection.setAutoCommit(false);
        return new RuntimeRole(connection);
    }

    /** Something that is tried. */
    @FunctionalInterface
    public interface Attempt {
        void on(RuntimeRole sql) throws SQLException;
    }

    /** Tries it to the end of the transaction. */
    public static void attempt(Attempt attempt) throws SQLException {
        try (RuntimeRole sql = connect()) {
            attempt.on(sql);
            sql.connection.commit();
        }
    }

    public void run(String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.execute();
        }
    }

    public String text(String query, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            try (ResultSet row = prepared.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** An entry of a kind with any event it can find; without postings. */
    UUID entry(String ledger, String kind, UUID document, LocalDate bookedOn) throws SQLException {
        UUID id = UUID.randomUUID();
        run("""
                INSERT INTO entry (id, ledger, booked_on, kind, document, made_by, recorded_at, event)
                VALUES (?, ?::uuid, ?, ?, ?, 'raw', now(), (SELECT max(id) FROM event_outbox))""", id, ledger, bookedOn, kind, document);
        return id;
    }

    /** A receipt, and the entry that books it; without postings. */
    UUID receipt(String ledger, String payer, String amount) throws SQLException {
        return receipt(ledger, payer, amount, Calls.TODAY);
    }

    UUID receipt(String ledger, String payer, String amount, LocalDate bookedOn) throws SQLException {
        UUID document = UUID.randomUUID();
        run("""
                INSERT INTO receipt (id, ledger, payer, amount, booked_on, bank_reference, recorded_by, recorded_at)
                VALUES (?, ?::uuid, ?, ?::numeric, ?, ?, 'raw', now())""", document, ledger, payer, amount, bookedOn, document.toString());
        return entry(ledger, "RECEIPT", document, bookedOn);
    }

    /** An entry that takes another one back on its own day; without postings. */
    UUID reversal(String of) throws SQLException {
        UUID id = UUID.randomUUID();
        run("""
                INSERT INTO entry (id, ledger, booked_on, kind, document, reverses, made_by, recorded_at, event)
                SELECT ?, ledger, booked_on, 'REVERSAL', document, id, 'raw', now(), event FROM entry WHERE id = ?::uuid""", id, of);
        return id;
    }

    void posting(UUID entry, int line, String account, String fund, String amount) throws SQLException {
        run(
                "INSERT INTO posting (entry, line, account, fund, amount) VALUES (?, ?, ?, ?::uuid, ?::numeric)",
                entry,
                line,
                account,
                fund,
                amount);
    }

    /** By which pg_locks and pg_stat_activity know it. */
    public int process() throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    public void rollback() throws SQLException {
        connection.rollback();
    }

    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
