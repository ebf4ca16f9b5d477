package cn.shequ.funding.obligation;

import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The obligations as recorded. What is paid of one follows from settlements; nobody else can change it. */
@ApplicationScoped
public class Obligations {

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final EventLog log;
    private final Clock clock;

    Obligations(Jdbi jdbi, Jurisdiction jurisdiction, Callers callers, EventLog log, Clock clock) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.log = log;
        this.clock = clock;
    }

    /** Opens obligations and tells of each, in two round trips however many they are. */
    public void open(List<ObligationTerms> all) {
        if (all.isEmpty()) {
            return;
        }
        List<UUID> ids = new ArrayList<>(all.size());
        jdbi.useHandle(handle -> {
            PreparedBatch insert = handle.prepareBatch("""
                    INSERT INTO obligation (id, ledger, fund, division, community, payer, origin, origin_reference, share,
                                            funding_year, amount_due, due_on, opened_at)
                    VALUES (:id, :ledger, :fund, :division, :community, :payer, :origin, :originReference, :share,
                            :fundingYear, :amountDue, :dueOn, :openedAt)""");
            for (ObligationTerms terms : all) {
                UUID id = Ids.next();
                ids.add(id);
                insert.bindMethods(terms)
                        .bind("id", id)
                        .bind("openedAt", clock.instant())
                        .add();
            }
            insert.execute();
        });
        List<cn.shequ.events.funding.ObligationOpened> events = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            events.add(ObligationEvents.opened(ids.get(i), all.get(i)));
        }
        log.append(events);
    }

    /** The obligations, locked in the order of their ids until the transaction ends; the oldest due first. */
    public List<Obligation> lock(Collection<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        return jdbi.withHandle(handle -> {
            handle.createQuery("SELECT lock_obligations(:ids)")
                    .bind("ids", wanted)
                    .mapTo(String.class)
                    .list();
            return handle
                    .createQuery("SELECT * FROM obligation WHERE id = ANY(:ids)")
                    .bind("ids", wanted)
                    .mapTo(Obligation.class)
                    .stream()
                    .sorted(Obligation.OLDEST_DUE_FIRST)
                    .toList();
        });
    }

    /** What a payer still owes in a ledger, the oldest due first. */
    public List<UUID> owedBy(Payer payer, UUID ledger, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM obligation WHERE ledger = :ledger AND payer = :payer AND paid < amount_due
                        ORDER BY due_on, coalesce(community, division), id LIMIT :most""")
                .bind("ledger", ledger)
                .bind("payer", payer)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    Obligation toSee(UUID id) {
        Obligation obligation = jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM obligation WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Obligation.class)
                        .findOne())
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(
                Reach.of(obligation.division()).ownedBy(obligation.payer().value()));
        return obligation;
    }

    Page<Obligation> list(PageRequest page, ObligationFilter filter) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT * FROM obligation o
                                WHERE o.id > :from
                                  AND (CAST(:ledger AS uuid) IS NULL OR o.ledger = :ledger)
                                  AND (CAST(:fund AS uuid) IS NULL OR o.fund = :fund)
                                  AND (CAST(:community AS char(12)) IS NULL OR o.community = :community)
                                  AND (CAST(:payer AS varchar) IS NULL OR o.payer = :payer)
                                  AND (CAST(:origin AS varchar) IS NULL OR o.origin = :origin)
                                  AND (CAST(:originReference AS uuid) IS NULL OR o.origin_reference = :originReference)
                                  AND (CAST(:status AS varchar) IS NULL OR :status =
                                       CASE o.paid WHEN 0 THEN 'OPEN' WHEN o.amount_due THEN 'SETTLED'
                                                   ELSE 'PARTLY_PAID' END)
                                  AND (CAST(:ownDepartment AS varchar) IS NULL OR o.payer = :ownDepartment)
                                  AND %s
                                ORDER BY o.id LIMIT :most""".formatted(Jurisdiction.within("o.division")))
                        .bindMethods(filter)
                        .bind("from", Funds.afterId(page))
                        .bind("ownDepartment", ownDepartment())
                        .bind("most", page.limit() + 1)
                        .bindMap(jurisdiction.bindings())
                        .mapTo(Obligation.class)
                        .list()),
                page,
                obligation -> obligation.id().toString());
    }

    /** A department's officer sees what the own department owes. */
    private @Nullable String ownDepartment() {
        Caller caller = callers.current();
        if (!caller.isBoundToDepartment()) {
            return null;
        }
        return caller.department() == null ? "" : caller.department();
    }
}
