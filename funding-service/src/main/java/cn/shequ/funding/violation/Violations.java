package cn.shequ.funding.violation;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The cases as recorded. Their stage follows from the steps; nobody else can change it. */
@ApplicationScoped
class Violations {

    private static final String SELECT = """
            SELECT v.*, v.origin = 'SERVICE' AS found_by_service FROM violation v
            """;

    /** Who decides sees what lies in the own territory; a body sees its own cases once it is notified, and not before. */
    private static final String VISIBLE = " AND ((:decides AND v.body <> ALL(:bodies) AND "
            + Jurisdiction.within("v.division") + ") OR (v.body = ANY(:bodies) AND v.stage <> 'REPORTED')) ";

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    Violations(Jdbi jdbi, Jurisdiction jurisdiction, Callers callers, Clock clock) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            ViolationKind kind,
            UUID subject,
            int occurrence,
            UUID ledger,
            DivisionCode division,
            @Nullable DivisionCode community,
            Payer body,
            Money amountOwed,
            Money amountActual,
            LocalDate foundOn,
            boolean foundByService,
            @Nullable String reportedBy,
            @Nullable String attemptedBy,
            @Nullable String account,
            List<String> evidence,
            Instant recordedAt,
            ViolationStage stage) {

        Violation with(List<Step> steps, List<Followed> consequences) {
            return new Violation(
                    id,
                    kind,
                    subject,
                    occurrence,
                    ledger,
                    division,
                    community,
                    body,
                    amountOwed,
                    amountActual,
                    foundOn,
                    foundByService,
                    reportedBy,
                    attemptedBy,
                    account,
                    evidence,
                    recordedAt,
                    stage,
                    steps.stream().map(Step::view).toList(),
                    consequences.stream().map(Followed::view).toList());
        }
    }

    private record Step(
            UUID violation,
            ViolationStep step,
            String byPerson,
            LocalDate onDay,
            @Nullable LocalDate until,
            @Nullable String statement,
            List<String> evidence) {

        Violation.Taken view() {
            return new Violation.Taken(step, byPerson, onDay, until, statement, evidence);
        }
    }

    private record Followed(
            UUID violation,
            UUID id,
            Consequence.Kind kind,
            Consequence.Effect effect,
            LocalDate fromDay,
            @Nullable LocalDate untilDay,
            @Nullable String rule,
            @Nullable DivisionCode addressee,
            @Nullable String numbered) {

        Consequence view() {
            return new Consequence(id, kind, effect, fromDay, untilDay, rule, addressee, numbered);
        }
    }

    Page<Violation> list(
            PageRequest page, @Nullable ViolationStage stage, @Nullable ViolationKind kind, @Nullable UUID subject) {
        Caller caller = callers.current();
        return jdbi.withHandle(handle -> {
                    List<Row> found = handle.createQuery(SELECT + """
                            WHERE v.id > :from
                              AND (CAST(:stage AS varchar) IS NULL OR v.stage = :stage)
                              AND (CAST(:kind AS varchar) IS NULL OR v.kind = :kind)
                              AND (CAST(:subject AS uuid) IS NULL OR v.subject = :subject)
                            """ + VISIBLE + "ORDER BY v.id LIMIT :most")
                            .bind("from", page.afterId())
                            .bind("stage", stage)
                            .bind("kind", kind)
                            .bind("subject", subject)
                            .bind("most", page.limit() + 1)
                            .bindMap(visibility(caller))
                            .mapTo(Row.class)
                            .list();
                    Page<Row> rows = Page.of(found, page, row -> row.id().toString());
                    return new Page<>(whole(handle, rows.items()), rows.next());
                })
                .map(violation -> shown(violation, caller));
    }

    Violation toSee(UUID id) {
        Caller caller = callers.current();
        return jdbi
                .withHandle(handle -> whole(
                        handle,
                        handle.createQuery(SELECT + "WHERE v.id = :id" + VISIBLE)
                                .bind("id", id)
                                .bindMap(visibility(caller))
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst()
                .map(violation -> shown(violation, caller))
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    /** The case with everything in it, locked until the transaction ends, for somebody who may decide on it. */
    Violation lockToDecide(UUID id) {
        Violation violation = lock(id);
        jurisdiction.requireAct(Reach.of(violation.division()));
        return violation;
    }

    /** The same for somebody who speaks for the body concerned; to others it does not exist. */
    Violation lockToAnswer(UUID id) {
        Violation violation = lock(id);
        if (violation.stage() == ViolationStage.REPORTED
                || !BodyConcerned.isSpokenForBy(violation.body(), callers.current())) {
            toSee(id);
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        return violation;
    }

    private Violation lock(UUID id) {
        return jdbi
                .withHandle(handle -> {
                    handle.createQuery("SELECT lock_violation(:id)")
                            .bind("id", id)
                            .mapTo(String.class)
                            .list();
                    return whole(
                            handle,
                            handle.createQuery(SELECT + "WHERE v.id = :id")
                                    .bind("id", id)
                                    .mapTo(Row.class)
                                    .list());
                })
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    private static Violation shown(Violation violation, Caller caller) {
        return BodyConcerned.mayDecide(caller) && !BodyConcerned.isSpokenForBy(violation.body(), caller)
                ? violation
                : violation.forBody();
    }

    private Map<String, Object> visibility(Caller caller) {
        Map<String, Object> names = new HashMap<>(jurisdiction.bindings());
        names.put("decides", BodyConcerned.mayDecide(caller));
        names.put("bodies", BodyConcerned.bodiesOf(caller).toArray(String[]::new));
        return names;
    }

    private static List<Violation> whole(Handle handle, List<Row> rows) {
        UUID[] ids = rows.stream().map(Row::id).toArray(UUID[]::new);
        Map<UUID, List<Step>> steps = handle
                .createQuery("SELECT * FROM violation_step WHERE violation = ANY(:ids) ORDER BY at, step")
                .bind("ids", ids)
                .mapTo(Step.class)
                .stream()
                .collect(Collectors.groupingBy(Step::violation));
        Map<UUID, List<Followed>> consequences = handle.createQuery("""
                        SELECT *, year || '-' || lpad(number::text, 4, '0') AS numbered
                        FROM violation_consequence WHERE violation = ANY(:ids) ORDER BY id""").bind("ids", ids).mapTo(Followed.class).stream()
                .collect(Collectors.groupingBy(Followed::violation));
        return rows.stream()
                .map(row -> row.with(
                        steps.getOrDefault(row.id(), List.of()), consequences.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Opens a case that a person reported. */
    void open(UUID id, ViolationReport report, Subjects.Subject about, String by, LocalDate today) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO violation (id, kind, origin, subject, ledger, division, community, body, amount_owed,
                                               amount_actual, found_on, reported_by, account, evidence, recorded_at)
                        VALUES (:id, :kind, 'PERSON', :subject, :ledger, :division, :community, :body,
                                coalesce(CAST(:amountOwed AS numeric), 0), coalesce(CAST(:amountActual AS numeric), 0),
                                :today, :by, :account, :digests, :now)""")
                .bindMethods(about)
                .bindMethods(report)
                .bind("id", id)
                .bind("by", by)
                .bind("today", today)
                .bind("digests", report.evidence().toArray(String[]::new))
                .bind("now", clock.instant())
                .execute());
    }

    /** Keeps a step; the stage follows from it. */
    void take(UUID violation, ViolationStep step, String by, Said said) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO violation_step (violation, step, by_person, at, on_day, until, statement, evidence)
                        VALUES (:violation, :step, :by, :now, :today, :until, :statement, :digests)""")
                .bind("violation", violation)
                .bind("step", step)
                .bind("by", by)
                .bind("now", now)
                .bind("today", LocalDate.ofInstant(now, clock.getZone()))
                .bind("until", said.until())
                .bind("statement", said.statement())
                .bind("digests", said.evidence().toArray(String[]::new))
                .execute());
    }

    /** What goes with a step. */
    record Said(@Nullable LocalDate until, @Nullable String statement, List<String> evidence) {

        static Said nothingUntil(LocalDate until) {
            return new Said(until, null, List.of());
        }
    }
}
