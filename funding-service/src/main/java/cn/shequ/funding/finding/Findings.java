package cn.shequ.funding.finding;

import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.obligation.Obligation;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The findings as made, and what has not been looked at. */
@ApplicationScoped
class Findings {

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    Findings(Jdbi jdbi, Jurisdiction jurisdiction, Callers callers, Clock clock) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    /** Whether nobody else looks for findings now; then nobody will until the transaction ends. */
    boolean isMyTurn() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended('funding.findings', 16))")
                .mapTo(Boolean.class)
                .one());
    }

    /** What has to be looked at, the longest due first, after a due day and id. */
    List<Obligation> unexamined(LocalDate lastDue, Instant openedBefore, LocalDate afterDay, UUID afterId, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM obligation
                        WHERE cancelled = 0 AND (examined IS NULL OR (examined = 'IN_TIME' AND paid < amount_due))
                          AND due_on <= :lastDue AND opened_at < :openedBefore AND (due_on, id) > (:afterDay, :afterId)
                        ORDER BY due_on, id LIMIT :most""")
                .bind("lastDue", lastDue)
                .bind("openedBefore", openedBefore)
                .bind("afterDay", afterDay)
                .bind("afterId", afterId)
                .bind("most", most)
                .mapTo(Obligation.class)
                .list());
    }

    private record Paid(UUID id, Money amount) {}

    /** What of each was paid by its deadline, as booked. */
    Map<UUID, Money> paidBy(Map<UUID, LocalDate> deadlines) {
        List<Map.Entry<UUID, LocalDate>> wanted = List.copyOf(deadlines.entrySet());
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        SELECT d.id, paid_by(d.id, d.deadline) AS amount
                        FROM unnest(CAST(:ids AS uuid[]), CAST(:deadlines AS text[])::date[]) AS d (id, deadline)""")
                .bind("ids", wanted.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .bind(
                        "deadlines",
                        wanted.stream().map(each -> each.getValue().toString()).toArray(String[]::new))
                .mapTo(Paid.class)
                .stream()
                .collect(Collectors.toMap(Paid::id, Paid::amount)));
    }

    /** A pool fund that was not looked at. */
    record Pool(UUID id, UUID ledger, DivisionCode division, int fiscalYear) {}

    List<Pool> unexaminedPools(int lastYear, UUID after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT f.id, f.ledger, l.division, f.fiscal_year FROM fund f JOIN ledger l ON l.id = f.ledger
                        WHERE f.purpose = 'POOL' AND f.fiscal_year <= :lastYear AND f.id > :after
                          AND NOT EXISTS (SELECT FROM finding i WHERE i.fund = f.id AND i.kind = 'WITHHELD')
                          AND NOT EXISTS (SELECT FROM examination x WHERE x.subject = f.id)
                        ORDER BY f.id LIMIT :most""")
                .bind("lastYear", lastYear)
                .bind("after", after)
                .bind("most", most)
                .mapTo(Pool.class)
                .list());
    }

    /** What a pool fund had got by the end of a day, and what of it was neither committed nor spent. */
    record PoolState(Money received, Money available) {}

    PoolState poolAt(UUID fund, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT received, available FROM pool_at(:fund, :day)")
                .bind("fund", fund)
                .bind("day", day)
                .mapTo(PoolState.class)
                .one());
    }

    void add(List<Finding> findings) {
        jdbi.useHandle(handle -> {
            PreparedBatch insert = handle.prepareBatch("""
                    INSERT INTO finding (id, kind, obligation, occurrence, ledger, fund, division, community, payer,
                                         amount_owed, amount_actual, due_on, deadline, provisional, found_on, found_at)
                    VALUES (:id, :kind, :obligation, :occurrence, :ledger, :fund, :division, :community, :payer,
                            :amountOwed, :amountActual, :dueOn, :deadline, :provisional, :foundOn, :foundAt)""");
            findings.forEach(each ->
                    insert.bindMethods(each).bind("foundAt", clock.instant()).add());
            insert.execute();
        });
    }

    /** An obligation that was paid by its deadline, or a pool that was passed on. */
    public record InOrder(UUID subject, int occurrence, LocalDate deadline) {}

    /** Keeps that these were in order; one that bounced later stays as it was seen then. */
    void inOrder(List<InOrder> all, LocalDate today) {
        jdbi.useHandle(handle -> {
            PreparedBatch insert = handle.prepareBatch("""
                    INSERT INTO examination (subject, occurrence, deadline, examined_on)
                    VALUES (:subject, :occurrence, :deadline, :today)""");
            all.forEach(each -> insert.bindMethods(each).bind("today", today).add());
            insert.execute();
        });
    }

    Page<Finding> list(PageRequest page, @Nullable UUID ledger, @Nullable FindingKind kind, @Nullable Payer payer) {
        Caller caller = callers.current();
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT * FROM finding f
                                WHERE f.id > :from
                                  AND (CAST(:ledger AS uuid) IS NULL OR f.ledger = :ledger)
                                  AND (CAST(:kind AS varchar) IS NULL OR f.kind = :kind)
                                  AND (CAST(:payer AS varchar) IS NULL OR f.payer = :payer)
                                  AND (NOT :bound OR f.payer = CAST(:department AS varchar))
                                  AND %s
                                ORDER BY f.id LIMIT :most""".formatted(Jurisdiction.within("f.division")))
                        .bind("from", Funds.afterId(page))
                        .bind("ledger", ledger)
                        .bind("kind", kind)
                        .bind("payer", payer)
                        .bind("bound", caller.isBoundToDepartment())
                        .bind("department", caller.department())
                        .bind("most", page.limit() + 1)
                        .bindMap(jurisdiction.bindings())
                        .mapTo(Finding.class)
                        .list()),
                page,
                finding -> finding.id().toString());
    }
}
