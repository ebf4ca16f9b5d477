package cn.shequ.funding.commitment;

import cn.shequ.funding.fund.Funds;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The reservations as recorded. Stage and remainder follow from steps and moves; nobody else can change them. */
@ApplicationScoped
class CommitmentRows {

    private static final String SELECT = """
            SELECT c.*, l.division, f.community
            FROM commitment c JOIN ledger l ON l.id = c.ledger JOIN fund f ON f.id = c.fund
            """;

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    CommitmentRows(Jdbi jdbi, Jurisdiction jurisdiction, Clock clock) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            UUID ledger,
            UUID fund,
            DivisionCode division,
            @Nullable DivisionCode community,
            Money amount,
            Money remaining,
            LocalDate bookedOn,
            LocalDate until,
            @Nullable UUID reference,
            CommitmentStage stage,
            String madeBy,
            Instant madeAt) {

        Commitment with(List<Step> steps) {
            return new Commitment(
                    id,
                    ledger,
                    fund,
                    division,
                    community,
                    amount,
                    remaining,
                    bookedOn,
                    until,
                    reference,
                    stage,
                    madeBy,
                    madeAt,
                    steps.stream().map(Step::view).toList());
        }
    }

    private record Step(
            UUID commitment,
            CommitmentStep step,
            String byPerson,
            Instant at,
            @Nullable String reason,
            @Nullable UUID entry) {

        Commitment.Taken view() {
            return new Commitment.Taken(step, byPerson, at, reason, entry);
        }
    }

    /** Keeps a proposal; empty when its reference has a reservation in force already. */
    Optional<UUID> propose(NewCommitment wanted, UUID ledger, String madeBy) {
        UUID id = Ids.next();
        int added = jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO commitment (id, ledger, fund, amount, booked_on, until, reference, made_by, made_at)
                        VALUES (:id, :ledger, :fund, :amount, :bookedOn, :until, :reference, :madeBy, :madeAt)
                        ON CONFLICT (reference) WHERE stage IN ('PROPOSED', 'RESERVED') DO NOTHING""")
                .bindMethods(wanted)
                .bind("id", id)
                .bind("ledger", ledger)
                .bind("madeBy", madeBy)
                .bind("madeAt", clock.instant())
                .execute());
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Keeps a step; the stage follows from it. */
    void take(UUID commitment, CommitmentStep step, String by, @Nullable String reason, @Nullable UUID entry) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO commitment_step (commitment, step, by_person, at, reason, entry)
                        VALUES (:commitment, :step, :byPerson, :at, :reason, :entry)""")
                .bind("commitment", commitment)
                .bind("step", step)
                .bind("byPerson", by)
                .bind("at", clock.instant())
                .bind("reason", reason)
                .bind("entry", entry)
                .execute());
    }

    /** What an entry reserves or gives back (positive), uses or releases (negative); the remainder follows from it. */
    void move(UUID entry, UUID commitment, Money amount) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO commitment_move (entry, commitment, amount) VALUES (:entry, :commitment, :amount)""")
                .bind("entry", entry)
                .bind("commitment", commitment)
                .bind("amount", amount)
                .execute());
    }

    /** What an entry moved, and of which reservation. */
    record Move(UUID commitment, Money amount) {}

    Optional<Move> moveOf(UUID entry) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT commitment, amount FROM commitment_move WHERE entry = :entry")
                        .bind("entry", entry)
                        .mapTo(Move.class)
                        .findOne());
    }

    Optional<Commitment> find(UUID id) {
        return one("WHERE c.id = :key", id);
    }

    Optional<Commitment> ofReference(UUID reference) {
        return one("WHERE c.reference = :key ORDER BY c.id DESC LIMIT 1", reference);
    }

    private Optional<Commitment> one(String condition, UUID key) {
        return jdbi
                .withHandle(handle -> withSteps(
                        handle,
                        handle.createQuery(SELECT + condition)
                                .bind("key", key)
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst();
    }

    /** The reservation, locked until the transaction ends. */
    Commitment lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT lock_commitment(:id)")
                .bind("id", id)
                .mapTo(String.class)
                .list());
        return find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    Commitment lockToActOn(UUID id) {
        Commitment commitment = lock(id);
        jurisdiction.requireAct(Reach.of(commitment.division()));
        return commitment;
    }

    Commitment toSee(UUID id) {
        Commitment commitment = find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(Reach.of(commitment.division()));
        return commitment;
    }

    /** Those whose last day has passed and that nobody has ended, the oldest first. */
    List<UUID> toExpire(LocalDate today, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM commitment WHERE stage = 'RESERVED' AND until < :today
                        ORDER BY until, id LIMIT :most""")
                .bind("today", today)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    Page<Commitment> list(PageRequest page, @Nullable UUID fund, @Nullable CommitmentStage stage) {
        return jdbi.withHandle(handle -> {
            List<Row> found = handle.createQuery(SELECT + """
                            WHERE c.id > :from AND (CAST(:fund AS uuid) IS NULL OR c.fund = :fund)
                              AND (CAST(:stage AS varchar) IS NULL OR c.stage = :stage) AND %s
                            ORDER BY c.id LIMIT :most""".formatted(Jurisdiction.within("l.division")))
                    .bind("from", Funds.afterId(page))
                    .bind("fund", fund)
                    .bind("stage", stage)
                    .bind("most", page.limit() + 1)
                    .bindMap(jurisdiction.bindings())
                    .mapTo(Row.class)
                    .list();
            Page<Row> rows = Page.of(found, page, row -> row.id().toString());
            return new Page<>(withSteps(handle, rows.items()), rows.next());
        });
    }

    private static List<Commitment> withSteps(Handle handle, List<Row> rows) {
        Map<UUID, List<Step>> steps = handle
                .createQuery("SELECT * FROM commitment_step WHERE commitment = ANY(:ids) ORDER BY at, step")
                .bind("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .mapTo(Step.class)
                .stream()
                .collect(Collectors.groupingBy(Step::commitment));
        return rows.stream()
                .map(row -> row.with(steps.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
