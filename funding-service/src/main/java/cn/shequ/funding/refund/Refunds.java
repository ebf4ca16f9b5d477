package cn.shequ.funding.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The refunds as recorded. */
@ApplicationScoped
class Refunds {

    private final Jdbi jdbi;
    private final Clock clock;

    Refunds(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Keeps the refund; false when the bank's line is booked already. */
    boolean add(UUID id, UUID ledger, UUID expenditure, NewRefund wanted, String recordedBy) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO expenditure_refund (id, ledger, expenditure, amount, booked_on, bank_reference,
                                                        recorded_by, recorded_at)
                        VALUES (:id, :ledger, :expenditure, :amount, :bookedOn, :bankReference, :by, :at)""")
                        .bind("id", id)
                        .bind("ledger", ledger)
                        .bind("expenditure", expenditure)
                        .bind("amount", wanted.amount())
                        .bind("bookedOn", wanted.bookedOn())
                        .bind("bankReference", wanted.bankReference())
                        .bind("by", recordedBy)
                        .bind("at", clock.instant())
                        .execute())
                == 1;
    }

    /** What came back of an expenditure, in the order of recording. */
    List<Refund> of(UUID expenditure) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT r.*, e.id AS entry, v.id AS reversed_by FROM expenditure_refund r
                        JOIN entry e ON e.document = r.id AND e.kind = 'REFUND'
                        LEFT JOIN entry v ON v.reverses = e.id
                        WHERE r.expenditure = :expenditure ORDER BY r.id LIMIT 1000""")
                .bind("expenditure", expenditure)
                .mapTo(Refund.class)
                .list());
    }
}
