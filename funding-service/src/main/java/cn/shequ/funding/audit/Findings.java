package cn.shequ.funding.audit;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Findings as recorded. Their stage follows from the steps; nobody else can change it. */
@ApplicationScoped
class Findings {

    private static final String SELECT = """
            SELECT f.*, a.ledger, a.division FROM audit_finding f JOIN audit a ON a.id = f.audit
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    Findings(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            UUID audit,
            UUID ledger,
            DivisionCode division,
            AuditFindingKind kind,
            UUID concerning,
            Money amount,
            String finding,
            LocalDate raisedOn,
            LocalDate rectifyBy,
            FindingStage stage) {

        AuditFinding with(List<Step> steps) {
            return new AuditFinding(
                    id,
                    audit,
                    ledger,
                    division,
                    kind,
                    concerning,
                    amount,
                    finding,
                    raisedOn,
                    rectifyBy,
                    stage,
                    steps.stream().map(Step::view).toList());
        }
    }

    private record Step(
            UUID finding, FindingStep step, String byPerson, LocalDate onDay, String statement, List<String> evidence) {

        AuditFinding.Taken view() {
            return new AuditFinding.Taken(step, byPerson, onDay, statement, evidence);
        }
    }

    /** Whether a thing is an entry of the audited period, or an obligation or fund of the audited ledger. */
    boolean isWithin(Audit audit, UUID concerning) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM entry WHERE id = :id AND ledger = :ledger
                                       AND booked_on BETWEEN :periodFrom AND :periodTo)
                            OR EXISTS (SELECT FROM obligation WHERE id = :id AND ledger = :ledger)
                            OR EXISTS (SELECT FROM fund WHERE id = :id AND ledger = :ledger)""")
                .bind("id", concerning)
                .bind("ledger", audit.ledger())
                .bind("periodFrom", audit.periodFrom())
                .bind("periodTo", audit.periodTo())
                .mapTo(Boolean.class)
                .one());
    }

    void raise(UUID id, UUID audit, NewAuditFinding wanted, String by, LocalDate today, LocalDate rectifyBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO audit_finding (id, audit, kind, concerning, amount, finding, raised_by, raised_on,
                                                   rectify_by)
                        VALUES (:id, :audit, :kind, :concerning, coalesce(CAST(:amount AS numeric), 0), :finding, :by,
                                :today, :until)""")
                .bindMethods(wanted)
                .bind("id", id)
                .bind("audit", audit)
                .bind("by", by)
                .bind("today", today)
                .bind("until", rectifyBy)
                .execute());
    }

    AuditFinding get(UUID id) {
        return jdbi
                .withHandle(handle -> whole(
                        handle,
                        handle.createQuery(SELECT + "WHERE f.id = :id")
                                .bind("id", id)
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    /** The finding, locked until the transaction ends. */
    AuditFinding lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT lock_finding(:id)")
                .bind("id", id)
                .mapTo(String.class)
                .list());
        return get(id);
    }

    Page<AuditFinding> of(UUID audit, PageRequest page) {
        return jdbi.withHandle(handle -> {
            List<Row> found = handle.createQuery(
                            SELECT + "WHERE f.audit = :audit AND f.id > :after ORDER BY f.id LIMIT :most")
                    .bind("audit", audit)
                    .bind("after", page.afterId())
                    .bind("most", page.limit() + 1)
                    .mapTo(Row.class)
                    .list();
            Page<Row> rows = Page.of(found, page, row -> row.id().toString());
            return new Page<>(whole(handle, rows.items()), rows.next());
        });
    }

    private static List<AuditFinding> whole(Handle handle, List<Row> rows) {
        Map<UUID, List<Step>> steps = handle
                .createQuery("SELECT * FROM audit_finding_step WHERE finding = ANY(:ids) ORDER BY number")
                .bind("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .mapTo(Step.class)
                .stream()
                .collect(Collectors.groupingBy(Step::finding));
        return rows.stream()
                .map(row -> row.with(steps.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Keeps a step of a finding that the caller has locked; the stage follows from it. */
    void take(AuditFinding finding, FindingStep step, String by, FindingStatement said) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO audit_finding_step (finding, number, step, by_person, on_day, statement, evidence)
                        VALUES (:finding, :number, :step, :by, :today, :statement, :digests)""")
                .bind("finding", finding.id())
                .bind("number", finding.steps().size() + 1)
                .bind("step", step)
                .bind("by", by)
                .bind("today", LocalDate.now(clock))
                .bind("statement", said.statement())
                .bind("digests", said.digests().toArray(String[]::new))
                .execute());
    }
}
