package cn.shequ.funding.purchase;

import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Contracts, what the community said of their milestones, and what pays them, as recorded. */
@ApplicationScoped
class Contracts {

    private final Jdbi jdbi;
    private final Clock clock;

    Contracts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            UUID purchase,
            Money amount,
            UUID commitment,
            String document,
            LocalDate signedOn,
            Instant recordedAt) {}

    void add(Purchase purchase, Money amount, UUID commitment, NewContract wanted, String by) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO purchase_contract (id, purchase, amount, commitment, document, signed_on,
                                                           recorded_by, recorded_at)
                            VALUES (:id, :purchase, :amount, :commitment, :document, :signedOn, :by, :at)""")
                    .bindMethods(wanted)
                    .bind("id", id)
                    .bind("purchase", purchase.id())
                    .bind("amount", amount)
                    .bind("commitment", commitment)
                    .bind("by", by)
                    .bind("at", clock.instant())
                    .execute();
            addMilestones(handle, id, wanted.milestones());
        });
    }

    private static void addMilestones(Handle handle, UUID contract, List<NewContract.NewMilestone> milestones) {
        PreparedBatch insert = handle.prepareBatch("""
                INSERT INTO purchase_milestone (contract, number, title, amount, due_on)
                VALUES (:contract, :number, :title, :amount, :dueOn)""");
        for (int i = 0; i < milestones.size(); i++) {
            insert.bindMethods(milestones.get(i))
                    .bind("contract", contract)
                    .bind("number", i + 1)
                    .add();
        }
        insert.execute();
    }

    Optional<Contract> find(UUID purchase) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM purchase_contract WHERE purchase = :purchase")
                        .bind("purchase", purchase)
                        .mapTo(Row.class)
                        .findOne()
                        .map(row -> new Contract(
                                row.id(),
                                row.purchase(),
                                row.amount(),
                                row.commitment(),
                                row.document(),
                                row.signedOn(),
                                row.recordedAt(),
                                milestones(handle, row.id()))));
    }

    /** With the last word of the community, and the payment that stands. */
    private static List<Milestone> milestones(Handle handle, UUID contract) {
        return handle.createQuery("""
                        SELECT m.number, m.title, m.amount, m.due_on, a.satisfaction, coalesce(a.accepted, false) AS accepted,
                               a.at AS assessed_at, y.expenditure, y.paid_on
                        FROM purchase_milestone m
                        LEFT JOIN LATERAL (SELECT satisfaction, accepted, at FROM purchase_assessment a
                          WHERE a.contract = m.contract AND a.number = m.number ORDER BY a.id DESC LIMIT 1) a ON true
                        LEFT JOIN LATERAL (
                          SELECT p.expenditure, e.booked_on AS paid_on FROM purchase_payment p
                          JOIN expenditure x ON x.id = p.expenditure AND x.stage NOT IN ('REJECTED', 'WITHDRAWN')
                          LEFT JOIN expenditure_step s ON s.expenditure = x.id AND s.step = 'PAID' AND x.stage = 'PAID'
                          LEFT JOIN entry e ON e.id = s.entry
                          WHERE p.contract = m.contract AND p.number = m.number ORDER BY p.expenditure DESC LIMIT 1) y ON true
                        WHERE m.contract = :contract ORDER BY m.number""")
                .bind("contract", contract)
                .mapTo(Milestone.class)
                .list();
    }

    void assess(UUID contract, int number, Assessment said, boolean accepted, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO purchase_assessment (id, contract, number, satisfaction, accepted, remark, by_person, at)
                        VALUES (:id, :contract, :number, :satisfaction, :accepted, :remark, :by, :at)""")
                .bindMethods(said)
                .bind("id", Ids.next())
                .bind("contract", contract)
                .bind("number", number)
                .bind("accepted", accepted)
                .bind("by", by)
                .bind("at", clock.instant())
                .execute());
    }

    void pay(UUID contract, @Nullable Integer number, UUID expenditure) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO purchase_payment (expenditure, contract, number)
                        VALUES (:expenditure, :contract, :number)""")
                .bind("expenditure", expenditure)
                .bind("contract", contract)
                .bind("number", number)
                .execute());
    }

    /** The expenditure that rewards it, as long as that was neither rejected nor withdrawn. */
    Optional<UUID> reward(UUID contract) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.expenditure FROM purchase_payment p JOIN expenditure x ON x.id = p.expenditure
                        WHERE p.contract = :contract AND p.number IS NULL AND x.stage NOT IN ('REJECTED', 'WITHDRAWN')""")
                .bind("contract", contract)
                .mapTo(UUID.class)
                .findOne());
    }

    /** The purchase that an expenditure, or a refund of one, is for. */
    Optional<UUID> purchaseOf(UUID document) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT c.purchase FROM purchase_payment y JOIN purchase_contract c ON c.id = y.contract
                        WHERE y.expenditure = ANY (ARRAY[:document,
                          (SELECT r.expenditure FROM expenditure_refund r WHERE r.id = :document)])""")
                .bind("document", document)
                .mapTo(UUID.class)
                .findOne());
    }

    /** What was paid and what came back, in the order of recording. */
    List<Movement> movements(UUID purchase) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT m.entry, m.booked_on, m.amount FROM purchase_money m
                        WHERE m.purchase = :purchase ORDER BY m.recorded""")
                .bind("purchase", purchase)
                .mapTo(Movement.class)
                .list());
    }

    /** Whether a reservation belongs to a contract. */
    boolean isReservedFor(UUID commitment) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM purchase_contract WHERE commitment = :commitment)")
                .bind("commitment", commitment)
                .mapTo(Boolean.class)
                .one());
    }
}
