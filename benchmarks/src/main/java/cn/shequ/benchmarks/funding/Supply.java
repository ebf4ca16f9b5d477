package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.town.Town;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Expenditures that an accountant recorded and nobody approved yet: each can be posted once. */
final class Supply {

    /** @param amount in yuan; the same for all */
    record Expenditure(UUID id, UUID fund) {}

    static final String AMOUNT = "0.01";

    private final Connection connection;
    private final UUID ledger;
    private final List<UUID> funds;
    private final ConcurrentLinkedQueue<Expenditure> waiting = new ConcurrentLinkedQueue<>();

    /** @param connection in the runtime role, to the database whose expenditures these are */
    Supply(Connection connection, UUID ledger, List<UUID> funds) {
        this.connection = connection;
        this.ledger = ledger;
        this.funds = funds;
    }

    @Nullable
    Expenditure next() {
        return waiting.poll();
    }

    /** Sees to it that so many are there, spread over the funds. */
    void require(int count) throws SQLException {
        int missing = count - waiting.size();
        if (missing <= 0) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO expenditure (id, ledger, fund, category, amount, booked_on, evidence, approvals_needed, rule,
                                         commitment, made_by, made_at)
                SELECT uuidv7(), ?, (?::uuid[])[1 + n %% %d], 'WORKING_COSTS', %s, ?, '{}', 1, 'bench@1', repeat('5a', 32),
                       'bench-accountant', now()
                FROM generate_series(1, ?) n
                RETURNING id, fund""".formatted(funds.size(), AMOUNT))) {
            insert.setObject(1, ledger);
            insert.setArray(2, connection.createArrayOf("uuid", funds.toArray()));
            insert.setObject(3, Town.TODAY);
            insert.setInt(4, missing);
            try (ResultSet made = insert.executeQuery()) {
                while (made.next()) {
                    waiting.add(new Expenditure(made.getObject(1, UUID.class), made.getObject(2, UUID.class)));
                }
            }
        }
    }
}
