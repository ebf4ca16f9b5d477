package cn.shequ.funding.batch;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Problems;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Batches and their reports as recorded; every report stays. */
@ApplicationScoped
public class Batches {

    /** How long a batch may take, in seconds: thousands of lines are checked line by line, the last time when they commit. */
    public static final int MOST_SECONDS = 90;

    private static final String SELECT = """
            SELECT id, kind, mode, dry_run, division, lines, booked, already_booked, passed, refused, sent_at, fingerprint
            FROM batch
            """;

    private final Jdbi jdbi;
    private final ObjectMapper mapper;
    private final Problems problems;
    private final Callers callers;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    Batches(
            Jdbi jdbi,
            ObjectMapper mapper,
            Problems problems,
            Callers callers,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.jdbi = jdbi;
        this.mapper = mapper;
        this.problems = problems;
        this.callers = callers;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            BatchKind kind,
            BatchMode mode,
            boolean dryRun,
            DivisionCode division,
            int lines,
            int booked,
            int alreadyBooked,
            int passed,
            int refused,
            Instant sentAt,
            String fingerprint) {

        BatchReport report() {
            return new BatchReport(
                    id, kind, mode, dryRun, division, lines, booked, alreadyBooked, passed, refused, sentAt);
        }
    }

    /**
     * What came of it.
     *
     * @param isNew whether it was decided now and not before
     */
    public record Sent(BatchReport report, boolean isNew) {}

    /** Decides a batch once: the same one sent again gets its report, and one that is on its way is waited for. */
    public Sent once(BatchOrder<?> order, Supplier<List<LineResult>> decide) {
        return sentBefore(order)
                .map(report -> new Sent(report, false))
                .orElseGet(() -> new Sent(report(order, decide.get()), true));
    }

    private Optional<BatchReport> sentBefore(BatchOrder<?> order) {
        String by = callers.current().subject();
        return jdbi.withHandle(handle -> {
                    handle.execute("SET LOCAL statement_timeout = '" + MOST_SECONDS + "s'");
                    handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:name, 16))")
                            .bind("name", "batch/" + by + "/" + order.key())
                            .mapTo(String.class)
                            .list();
                    return handle.createQuery(SELECT + "WHERE kind = :kind AND sent_by = :by AND key = :key")
                            .bind("kind", order.kind())
                            .bind("by", by)
                            .bind("key", order.key())
                            .mapTo(Row.class)
                            .findOne();
                })
                .map(row -> {
                    if (!row.fingerprint().equals(order.fingerprint())) {
                        throw Refusal.of(HttpProblem.IDEMPOTENCY_KEY_REUSED);
                    }
                    return row.report();
                });
    }

    /** Whether the good lines of a batch are to be booked. */
    public static boolean isToBeBooked(BatchOrder<?> order, Collection<LineResult> results) {
        boolean refused = results.stream().anyMatch(result -> result.outcome() == LineOutcome.REFUSED);
        return !order.dryRun() && !(refused && order.mode() == BatchMode.ALL_OR_NOTHING);
    }

    /** Keeps the report, in the transaction that books. */
    private BatchReport report(BatchOrder<?> order, List<LineResult> decided) {
        List<LineResult> results = isToBeBooked(order, decided)
                ? decided
                : decided.stream().map(LineResult::passed).toList();
        Caller by = callers.current();
        if (by.division() == null) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        Map<LineOutcome, Long> count =
                results.stream().collect(Collectors.groupingBy(LineResult::outcome, Collectors.counting()));
        UUID id = Ids.next();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO batch (id, kind, mode, dry_run, division, key, fingerprint, lines, booked,
                                               already_booked, passed, refused, sent_by, sent_at)
                            VALUES (:id, :kind, :mode, :dryRun, :division, :key, :fingerprint, :count, :booked,
                                    :alreadyBooked, :passed, :refused, :by, :at)""")
                    .bindMethods(order)
                    .bind("id", id)
                    .bind("division", by.division())
                    .bind("count", results.size())
                    .bind("booked", count.getOrDefault(LineOutcome.BOOKED, 0L))
                    .bind("alreadyBooked", count.getOrDefault(LineOutcome.ALREADY_BOOKED, 0L))
                    .bind("passed", count.getOrDefault(LineOutcome.PASSED, 0L))
                    .bind("refused", count.getOrDefault(LineOutcome.REFUSED, 0L))
                    .bind("by", by.subject())
                    .bind("at", clock.instant())
                    .execute();
            handle.createUpdate("""
                            INSERT INTO batch_line (batch, line, reference, outcome, document, problem)
                            SELECT :batch, l.line, l.reference, l.outcome, l.document, l.problem
                            FROM unnest(CAST(:lines AS int[]), CAST(:references AS text[]), CAST(:outcomes AS text[]),
                                        CAST(:documents AS uuid[]), CAST(:problems AS text[]))
                              AS l (line, reference, outcome, document, problem)""")
                    .bind("batch", id)
                    .bind("lines", results.stream().map(LineResult::line).toArray(Integer[]::new))
                    .bind(
                            "references",
                            results.stream().map(LineResult::reference).toArray(String[]::new))
                    .bind(
                            "outcomes",
                            results.stream()
                                    .map(result -> result.outcome().name())
                                    .toArray(String[]::new))
                    .bind(
                            "documents",
                            results.stream().map(LineResult::document).toArray(UUID[]::new))
                    .bind(
                            "problems",
                            results.stream()
                                    .map(result -> problem(result.refusal()))
                                    .toArray(String[]::new))
                    .execute();
        });
        return find(id);
    }

    private @Nullable String problem(@Nullable Refusal refusal) {
        try {
            return refusal == null ? null : mapper.writeValueAsString(problems.describe(refusal));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is written for every refusal", e);
        }
    }

    private BatchReport find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Row.class)
                        .findOne())
                .map(Row::report)
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    /** The report for somebody who serves the sender's territory. */
    public BatchReport toSee(UUID id, BatchKind kind) {
        BatchReport report = find(id);
        if (report.kind() != kind) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        jurisdiction.requireSee(Reach.of(report.division()));
        return report;
    }

    /** The lines of a report, all of them or those of one outcome. */
    public Page<LineReport> lines(UUID batch, @Nullable LineOutcome outcome, PageRequest page) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT line, reference, outcome, document, problem FROM batch_line
                                WHERE batch = :batch AND line > :after
                                  AND (CAST(:outcome AS varchar) IS NULL OR outcome = :outcome)
                                ORDER BY line LIMIT :most""")
                        .bind("batch", batch)
                        .bind("after", page.afterNumber())
                        .bind("outcome", outcome)
                        .bind("most", page.limit() + 1)
                        .mapTo(LineReport.class)
                        .list()),
                page,
                line -> Integer.toString(line.line()));
    }

    /** What a batch recorded, in the order of its lines, from a line on. */
    public List<LineReport> documents(UUID batch, int afterLine, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT line, reference, outcome, document, problem FROM batch_line
                        WHERE batch = :batch AND line > :after AND outcome = 'BOOKED' ORDER BY line LIMIT :most""")
                .bind("batch", batch)
                .bind("after", afterLine)
                .bind("most", most)
                .mapTo(LineReport.class)
                .list());
    }
}
