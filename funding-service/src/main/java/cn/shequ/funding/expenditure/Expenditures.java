package cn.shequ.funding.expenditure;

import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The expenditures as recorded. Their stage follows from the steps; nobody else can change it. */
@ApplicationScoped
public class Expenditures {

    private static final String READ = """
            SELECT x.*, l.division, f.community, d.payee, d.purpose, encode(d.salt, 'hex') AS salt,
                   EXISTS (SELECT FROM expenditure_share s WHERE s.expenditure = x.id) AS shared
            FROM %s x JOIN ledger l ON l.id = x.ledger JOIN fund f ON f.id = x.fund
            LEFT JOIN expenditure_detail d ON d.expenditure = x.id
            """;

    private static final String SELECT = READ.formatted("expenditure");

    /** The page first, then what belongs to it: joined before, details would be read along all expenditures up to the page. */
    private static final String PAGE =
            READ.formatted("""
            (SELECT x.* FROM expenditure x JOIN ledger l ON l.id = x.ledger
             WHERE x.id > :from
               AND (CAST(:ledger AS uuid) IS NULL OR x.ledger = :ledger)
               AND (CAST(:fund AS uuid) IS NULL OR x.fund = :fund)
               AND (CAST(:stage AS varchar) IS NULL OR x.stage = :stage) AND %s
             ORDER BY x.id LIMIT :most)""".formatted(Jurisdiction.within("l.division"))) + "ORDER BY x.id";

    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    Expenditures(Jdbi jdbi, Jurisdiction jurisdiction, Clock clock) {
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
            Category category,
            Money amount,
            LocalDate bookedOn,
            @Nullable String payee,
            @Nullable String purpose,
            @Nullable String salt,
            List<String> evidence,
            @Nullable UUID drawsOn,
            int approvalsNeeded,
            String rule,
            String commitment,
            ExpenditureStage stage,
            Money refunded,
            String madeBy,
            Instant madeAt,
            boolean shared) {

        Expenditure with(List<Expenditure.Taken> steps, List<ForCommunity> communities) {
            return new Expenditure(
                    id,
                    ledger,
                    fund,
                    division,
                    community,
                    category,
                    amount,
                    bookedOn,
                    payee,
                    purpose,
                    salt,
                    evidence,
                    drawsOn,
                    approvalsNeeded,
                    rule,
                    commitment,
                    stage,
                    refunded,
                    madeBy,
                    madeAt,
                    steps,
                    communities);
        }
    }

    /** A step as recorded. */
    public record Step(
            UUID expenditure,
            ExpenditureStep step,
            String byPerson,
            Instant at,
            @Nullable String reason,
            @Nullable UUID entry) {

        Expenditure.Taken view() {
            return new Expenditure.Taken(step, byPerson, at, reason, entry);
        }
    }

    /** An expenditure by the name that its sender gave it. */
    record Named(UUID ledger, String reference) {}

    /** Of these, those that are recorded. */
    Map<Named, KnownExpenditure> known(Collection<Named> wanted) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        SELECT x.id, x.ledger, x.reference, x.fund, x.category, x.amount, x.booked_on
                        FROM unnest(CAST(:ledgers AS uuid[]), CAST(:references AS text[])) AS w (ledger, reference)
                        JOIN expenditure x ON x.ledger = w.ledger AND x.reference = w.reference""")
                .bind("ledgers", wanted.stream().map(Named::ledger).toArray(UUID[]::new))
                .bind("references", wanted.stream().map(Named::reference).toArray(String[]::new))
                .mapTo(KnownExpenditure.class)
                .stream()
                .collect(Collectors.toMap(known -> new Named(known.ledger(), known.reference()), known -> known)));
    }

    /**
     * Keeps expenditures, in two round trips however many they are.
     *
     * @throws Refusal when somebody recorded one of them under its reference a moment ago: a new run will find it
     */
    void addAll(List<CheckedExpenditure> all) {
        if (all.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            PreparedBatch heads = handle.prepareBatch("""
                    INSERT INTO expenditure (id, ledger, fund, category, amount, booked_on, evidence, draws_on,
                                             approvals_needed, rule, commitment, reference, made_by, made_at)
                    VALUES (:id, :ledger, :fund, :category, :amount, :bookedOn, :digests, :drawsOn,
                            :approvalsNeeded, :rule, :commitment, :reference, :madeBy, :madeAt)
                    ON CONFLICT (ledger, reference) DO NOTHING""");
            PreparedBatch details = handle.prepareBatch("""
                    INSERT INTO expenditure_detail (expenditure, payee, payee_kind, purpose, salt)
                    VALUES (:id, :payee, coalesce(:payeeKind, 'PERSON'), :purpose, decode(:hexSalt, 'hex'))""");
            for (CheckedExpenditure each : all) {
                NewExpenditure wanted = each.wanted();
                heads.bindMethods(wanted)
                        .bind("id", each.id())
                        .bind("ledger", each.ledger())
                        .bind("approvalsNeeded", each.approvalsNeeded())
                        .bind("rule", each.rule())
                        .bind("commitment", each.commitment())
                        .bind("reference", each.reference())
                        .bind("madeBy", each.madeBy())
                        .bind("digests", wanted.evidence().toArray(String[]::new))
                        .bind("madeAt", now)
                        .add();
                details.bind("id", each.id())
                        .bind("payee", wanted.payee())
                        .bind("payeeKind", wanted.payeeKind())
                        .bind("purpose", wanted.purpose())
                        .bind("hexSalt", HexFormat.of().formatHex(each.salt()))
                        .add();
            }
            if (IntStream.of(heads.execute()).sum() < all.size()) {
                throw Refusal.of(HttpProblem.BUSY).retryAfter(SHORTLY);
            }
            details.execute();
        });
    }

    /** @param settles by community: the obligation that its part will pay */
    void addShares(UUID expenditure, List<ForCommunity> communities, Map<DivisionCode, UUID> settles) {
        if (communities.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch insert = handle.prepareBatch("""
                    INSERT INTO expenditure_share (expenditure, community, amount, obligation)
                    VALUES (:expenditure, :community, :amount, :obligation)""");
            communities.forEach(each -> insert.bindMethods(each)
                    .bind("expenditure", expenditure)
                    .bind("obligation", settles.get(each.community()))
                    .add());
            insert.execute();
        });
    }

    /** Keeps a step; the stage follows from it. Returns when it was taken, as the database keeps it. */
    public Instant take(
            UUID expenditure, ExpenditureStep step, String by, @Nullable String reason, @Nullable UUID entry) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO expenditure_step (expenditure, step, by_person, at, reason, entry)
                        VALUES (:expenditure, :step, :byPerson, :at, :reason, :entry)""")
                .bindMethods(new Step(expenditure, step, by, at, reason, entry))
                .execute());
        return at;
    }

    /** A step of one expenditure among many, with the entry that books it. */
    record Taking(UUID expenditure, @Nullable UUID entry) {}

    /** Keeps the same step of many, in one statement. */
    void takeAll(List<Taking> all, ExpenditureStep step, String by) {
        if (all.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO expenditure_step (expenditure, step, by_person, at, entry)
                        SELECT s.expenditure, :step, :by, :at, s.entry
                        FROM unnest(CAST(:expenditures AS uuid[]), CAST(:entries AS uuid[])) AS s (expenditure, entry)""")
                .bind("step", step)
                .bind("by", by)
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .bind("expenditures", all.stream().map(Taking::expenditure).toArray(UUID[]::new))
                .bind("entries", all.stream().map(Taking::entry).toArray(UUID[]::new))
                .execute());
    }

    public Optional<Expenditure> find(UUID id) {
        return jdbi
                .withHandle(handle -> withSteps(
                        handle,
                        handle.createQuery(SELECT + "WHERE x.id = :id")
                                .bind("id", id)
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst();
    }

    /** From which day on so much of it is with its payee on every day; empty when so much is not with the payee at all. */
    public Optional<LocalDate> paidFrom(UUID expenditure, Money amount) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT min(day) FROM (
                          SELECT day, min(closing) OVER (ORDER BY day DESC) AS least FROM (
                            SELECT e.booked_on AS day, sum(sum(p.amount)) OVER (ORDER BY e.booked_on) AS closing
                            FROM posting p JOIN entry e ON e.id = p.entry
                            WHERE p.account = 'SPENT' AND e.document IN (
                              SELECT :expenditure UNION ALL
                              SELECT id FROM expenditure_refund WHERE expenditure = :expenditure)
                            GROUP BY e.booked_on) closings) days
                        WHERE least >= :amount""")
                .bind("expenditure", expenditure)
                .bind("amount", amount)
                .mapTo(LocalDate.class)
                .findOne());
    }

    Expenditure toSee(UUID id) {
        Expenditure expenditure = find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(reach(expenditure));
        return expenditure;
    }

    /** The expenditure for somebody who may act on it, locked until the transaction ends. */
    Expenditure lockToActOn(UUID id) {
        lock(id);
        Expenditure expenditure = find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        requireAct(expenditure);
        return expenditure;
    }

    /** Those that are there, by id, locked until the transaction ends. */
    Map<UUID, Expenditure> lockAll(List<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        return jdbi.withHandle(handle -> {
            handle.createQuery("SELECT lock_expenditures(:ids)")
                    .bind("ids", wanted)
                    .mapTo(String.class)
                    .list();
            return withSteps(
                            handle,
                            handle.createQuery(SELECT + "WHERE x.id = ANY(:ids)")
                                    .bind("ids", wanted)
                                    .mapTo(Row.class)
                                    .list())
                    .stream()
                    .collect(Collectors.toMap(Expenditure::id, each -> each));
        });
    }

    /** @throws Refusal when the caller may not act on it */
    void requireAct(Expenditure expenditure) {
        jurisdiction.requireAct(reach(expenditure));
    }

    public void lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT lock_expenditure(:id)")
                .bind("id", id)
                .mapTo(String.class)
                .list());
    }

    private static Reach reach(Expenditure expenditure) {
        return Reach.of(expenditure.division());
    }

    Page<Expenditure> list(
            PageRequest page, @Nullable UUID ledger, @Nullable UUID fund, @Nullable ExpenditureStage stage) {
        return jdbi.withHandle(handle -> {
            List<Row> found = handle.createQuery(PAGE)
                    .bind("from", Funds.afterId(page))
                    .bind("ledger", ledger)
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

    /** Asks only for what is there: an expenditure that is merely recorded has no steps, and few are shared out. */
    private static List<Expenditure> withSteps(Handle handle, List<Row> rows) {
        Map<UUID, List<Expenditure.Taken>> steps =
                steps(handle, ids(rows, row -> row.stage() != ExpenditureStage.RECORDED));
        Map<UUID, List<ForCommunity>> shares = shares(handle, ids(rows, Row::shared));
        return rows.stream()
                .map(row -> row.with(steps.getOrDefault(row.id(), List.of()), shares.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static UUID[] ids(List<Row> rows, Predicate<Row> wanted) {
        return rows.stream().filter(wanted).map(Row::id).toArray(UUID[]::new);
    }

    private static Map<UUID, List<Expenditure.Taken>> steps(Handle handle, UUID[] ids) {
        if (ids.length == 0) {
            return Map.of();
        }
        return handle
                .createQuery("SELECT * FROM expenditure_step WHERE expenditure = ANY(:ids) ORDER BY at, step")
                .bind("ids", ids)
                .mapTo(Step.class)
                .stream()
                .collect(Collectors.groupingBy(
                        Step::expenditure, Collectors.mapping(Step::view, Collectors.toUnmodifiableList())));
    }

    private static Map<UUID, List<ForCommunity>> shares(Handle handle, UUID[] ids) {
        if (ids.length == 0) {
            return Map.of();
        }
        return handle.createQuery("""
                        SELECT expenditure, community, amount FROM expenditure_share
                        WHERE expenditure = ANY(:ids) ORDER BY community""").bind("ids", ids).mapTo(Part.class).stream()
                .collect(Collectors.groupingBy(
                        Part::expenditure, Collectors.mapping(Part::view, Collectors.toUnmodifiableList())));
    }

    private record Part(UUID expenditure, DivisionCode community, Money amount) {

        ForCommunity view() {
            return new ForCommunity(community, amount);
        }
    }
}
