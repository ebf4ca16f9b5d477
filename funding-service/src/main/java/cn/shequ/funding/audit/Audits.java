package cn.shequ.funding.audit;

import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The audits as recorded. Their stage follows from the steps; nobody else can change it. */
@ApplicationScoped
class Audits {

    private static final String SELECT = """
            SELECT a.*, s.seed, s.log_size, s.population, c.on_day AS closed_on,
                   (SELECT count(*) FROM audit_finding f WHERE f.audit = a.id) AS findings,
                   (SELECT count(*) FROM audit_finding f WHERE f.audit = a.id AND f.stage <> 'ACCEPTED') AS open_findings
            FROM audit a
            LEFT JOIN audit_step s ON s.audit = a.id AND s.step = 'DRAWN'
            LEFT JOIN audit_step c ON c.audit = a.id AND c.step = 'CLOSED'
            """;

    /** Ledgers whose last audit closed, or that opened, before a day. */
    private static final String DUE = """
            FROM ledger l LEFT JOIN LATERAL (
              SELECT max(s.on_day) AS last_closed_on FROM audit a JOIN audit_step s ON s.audit = a.id AND s.step = 'CLOSED'
              WHERE a.ledger = l.id) done ON true
            WHERE coalesce(done.last_closed_on, l.opened_on) < :since
            """;

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    Audits(Jdbi jdbi, Jurisdiction jurisdiction, Clock clock) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    void plan(UUID id, NewAudit wanted, String division, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO audit (id, ledger, division, period_from, period_to, sample_size, planned_by, planned_at)
                        VALUES (:id, :ledger, :division, :periodFrom, :periodTo, :sampleSize, :by, :now)""")
                .bindMethods(wanted)
                .bind("id", id)
                .bind("division", division)
                .bind("by", by)
                .bind("now", clock.instant())
                .execute());
    }

    Audit get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE a.id = :id")
                        .bind("id", id)
                        .mapTo(Audit.class)
                        .findOne())
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    Audit toSee(UUID id) {
        Audit audit = get(id);
        jurisdiction.requireSee(Reach.of(audit.division()));
        return audit;
    }

    /** The audit for somebody who may act on it, locked until the transaction ends. */
    Audit lockToActOn(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT lock_audit(:id)")
                .bind("id", id)
                .mapTo(String.class)
                .list());
        Audit audit = get(id);
        jurisdiction.requireAct(Reach.of(audit.division()));
        return audit;
    }

    Page<Audit> list(PageRequest page, @Nullable UUID ledger, @Nullable AuditStage stage) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                                WHERE a.id > :after AND (CAST(:ledger AS uuid) IS NULL OR a.ledger = :ledger)
                                  AND (CAST(:stage AS varchar) IS NULL OR a.stage = :stage) AND %s
                                ORDER BY a.id LIMIT :most""".formatted(Jurisdiction.within("a.division")))
                        .bind("after", page.afterId())
                        .bind("ledger", ledger)
                        .bind("stage", stage)
                        .bind("most", page.limit() + 1)
                        .bindMap(jurisdiction.bindings())
                        .mapTo(Audit.class)
                        .list()),
                page,
                audit -> audit.id().toString());
    }

    void draw(UUID audit, String by, String seed, long logSize) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO audit_step (audit, step, by_person, on_day, seed, log_size, population)
                        VALUES (:audit, 'DRAWN', :by, :today, :seed, :logSize,
                                (SELECT count(*) FROM audit_population(:audit, :logSize)))""")
                .bind("audit", audit)
                .bind("by", by)
                .bind("today", LocalDate.now(clock))
                .bind("seed", seed)
                .bind("logSize", logSize)
                .execute());
    }

    /** Keeps any other step than the drawing. */
    void take(UUID audit, AuditStep step, String by) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO audit_step (audit, step, by_person, on_day) VALUES (:audit, :step, :by, :today)")
                .bind("audit", audit)
                .bind("step", step)
                .bind("by", by)
                .bind("today", LocalDate.now(clock))
                .execute());
    }

    /** Drawn anew each time: it follows from what is kept, and from nothing else. */
    Page<AuditSample> sample(Audit audit, PageRequest page) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT d.line, d.entry, encode(d.rank, 'hex') AS rank, e.booked_on,
                                       v.year || '-' || lpad(v.month::text, 2, '0') || '-' || lpad(v.number::text, 4, '0')
                                         AS voucher
                                FROM (SELECT row_number() OVER (ORDER BY audit_rank(:seed, p), p)::int AS line, p AS entry,
                                             audit_rank(:seed, p) AS rank
                                      FROM audit_population(:audit, :logSize) p) d
                                JOIN entry e ON e.id = d.entry LEFT JOIN voucher v ON v.entry = d.entry
                                WHERE d.line > :after AND d.line <= :sampleSize ORDER BY d.line LIMIT :most""")
                        .bind("seed", audit.seed())
                        .bind("audit", audit.id())
                        .bind("logSize", audit.logSize())
                        .bind("sampleSize", audit.sampleSize())
                        .bind("after", afterLine(page))
                        .bind("most", page.limit() + 1)
                        .mapTo(AuditSample.class)
                        .list()),
                page,
                each -> Integer.toString(each.line()));
    }

    private static int afterLine(PageRequest page) {
        try {
            return page.after().isEmpty() ? 0 : Integer.parseInt(page.after());
        } catch (NumberFormatException notOurs) {
            throw Refusal.of(HttpProblem.INVALID_CURSOR);
        }
    }

    boolean takesPart(String person, UUID ledger, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT takes_part(:person, :ledger, :from, :to)")
                .bind("person", person)
                .bind("ledger", ledger)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Boolean.class)
                .one());
    }

    Page<AuditDue> due(PageRequest page, LocalDate since) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT l.id AS ledger, l.division, l.opened_on, done.last_closed_on " + DUE
                                        + " AND l.division > :after AND " + Jurisdiction.within("l.division")
                                        + " ORDER BY l.division LIMIT :most")
                        .bind("since", since)
                        .bind("after", page.after())
                        .bind("most", page.limit() + 1)
                        .bindMap(jurisdiction.bindings())
                        .mapTo(AuditDue.class)
                        .list()),
                page,
                due -> due.division().value());
    }

    /** In the whole city. */
    long countDue(LocalDate since) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) " + DUE)
                .bind("since", since)
                .mapTo(Long.class)
                .one());
    }
}
