package cn.shequ.funding.purchase;

import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The bids as recorded. What they say is read only through the view that stays empty until the deadline. */
@ApplicationScoped
class Bids {

    private static final String IN_TIME = "purchase_bid_in_time";

    private final Jdbi jdbi;
    private final Clock clock;

    Bids(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    SealedBid add(Purchase purchase, CreditCode organisation, NewBid bid, String by) {
        UUID id = Ids.next();
        inTime(
                purchase,
                () -> jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO purchase_bid (id, purchase, organisation, amount, proposal, submitted_by)
                        VALUES (:id, :purchase, :organisation, :amount, :proposal, :by)""")
                        .bindMethods(bid)
                        .bind("id", id)
                        .bind("purchase", purchase.id())
                        .bind("organisation", organisation)
                        .bind("by", by)
                        .execute()));
        return find(id).orElseThrow();
    }

    void withdraw(Purchase purchase, UUID bid, String by) {
        inTime(
                purchase,
                () -> jdbi.useHandle(handle -> handle.createUpdate(
                                "INSERT INTO purchase_bid_withdrawal (bid, by_person, at) VALUES (:bid, :by, :at)")
                        .bind("bid", bid)
                        .bind("by", by)
                        .bind("at", clock.instant())
                        .execute()));
    }

    /** The database's clock decides; who comes at the very moment of the deadline learns it from there. */
    private void inTime(Purchase purchase, Runnable write) {
        try {
            write.run();
        } catch (UnableToExecuteStatementException e) {
            Refusal tooLate = refusal(e, purchase);
            throw tooLate == null ? e : tooLate;
        }
    }

    private @Nullable Refusal refusal(UnableToExecuteStatementException e, Purchase purchase) {
        if (e.getCause() instanceof PSQLException sql) {
            ServerErrorMessage said = sql.getServerErrorMessage();
            return said != null && IN_TIME.equals(said.getConstraint()) ? purchase.tooLate(clock.instant()) : null;
        }
        return null;
    }

    Optional<SealedBid> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SEALED + "WHERE b.id = :id")
                .bind("id", id)
                .mapTo(SealedBid.class)
                .findOne());
    }

    private static final String SEALED = """
            SELECT b.id, b.purchase, b.organisation, b.received_at, w.bid IS NOT NULL AS withdrawn
            FROM purchase_bid b LEFT JOIN purchase_bid_withdrawal w ON w.bid = b.id
            """;

    /** Every bid that came, in the order in which they came. */
    List<SealedBid> sealed(UUID purchase) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SEALED + "WHERE b.purchase = :purchase ORDER BY b.received_at, b.id")
                        .bind("purchase", purchase)
                        .mapTo(SealedBid.class)
                        .list());
    }

    /** The bids that stand, from the deadline on; none before. */
    List<OpenedBid> opened(UUID purchase) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT b.id, b.purchase, b.organisation, o.name, b.amount, b.proposal, b.received_at
                        FROM purchase_opened_bid b JOIN organisation o ON o.credit_code = b.organisation
                        WHERE b.purchase = :purchase ORDER BY b.received_at, b.id""")
                .bind("purchase", purchase)
                .mapTo(OpenedBid.class)
                .list());
    }
}
