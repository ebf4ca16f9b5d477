package cn.shequ.funding.obligation;

import cn.shequ.events.funding.CancellationReason;
import cn.shequ.events.funding.ObligationOrigin;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
                        SELECT id FROM obligation WHERE ledger = :ledger AND payer = :payer AND paid + cancelled < amount_due
                        ORDER BY due_on, coalesce(community, division), id LIMIT :most""")
                .bind("ledger", ledger)
                .bind("payer", payer)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** What a decision asked for and is due only after a day, in the order of ids. */
    List<UUID> dueAfter(ObligationOrigin origin, UUID originReference, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM obligation WHERE origin = :origin AND origin_reference = :reference
                          AND due_on > :day AND paid + cancelled < amount_due ORDER BY id""")
                .bind("origin", origin)
                .bind("reference", originReference)
                .bind("day", day)
                .mapTo(UUID.class)
                .list());
    }

    /** Cancels all that is outstanding of each, and tells of it. Lock them first. */
    void cancel(List<Obligation> all, CancellationReason reason, UUID reference, LocalDate cancelledOn) {
        jdbi.useHandle(handle -> {
            PreparedBatch insert = handle.prepareBatch("""
                    INSERT INTO obligation_cancellation (obligation, amount, reason, reference, cancelled_on, recorded_at)
                    VALUES (:id, :outstanding, :reason, :reference, :cancelledOn, :recordedAt)""");
            for (Obligation each : all) {
                insert.bind("id", each.id())
                        .bind("outstanding", each.outstanding())
                        .bind("reason", reason)
                        .bind("reference", reference)
                        .bind("cancelledOn", cancelledOn)
                        .bind("recordedAt", clock.instant())
                        .add();
            }
            insert.execute();
        });
        log.append(all.stream()
                .map(each -> ObligationEvents.cancelled(each, reason, reference, cancelledOn))
                .toList());
    }

    ObligationView toSee(UUID id) {
        Obligation obligation = jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM obligation WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Obligation.class)
                        .findOne())
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(
                Reach.of(obligation.division()).ownedBy(obligation.payer().value()));
        return view(List.of(obligation)).getFirst();
    }

    /** How many are outstanding, in the whole city, of those due on this day or before. */
    long countOutstanding(LocalDate dueBy) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM obligation WHERE paid + cancelled < amount_due AND due_on <= :dueBy")
                .bind("dueBy", dueBy)
                .mapTo(Long.class)
                .one());
    }

    Page<ObligationView> list(PageRequest page, ObligationFilter filter) {
        Page<Obligation> found = Page.of(
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
                                       CASE WHEN o.paid + o.cancelled < o.amount_due
                                            THEN CASE o.paid WHEN 0 THEN 'OPEN' ELSE 'PARTLY_PAID' END
                                            ELSE CASE o.cancelled WHEN 0 THEN 'SETTLED' ELSE 'CANCELLED' END END)
                                  AND (CAST(:overdue AS boolean) IS NULL OR :overdue =
                                       (o.paid + o.cancelled < o.amount_due AND o.due_on <= :lastOverdue))
                                  AND (CAST(:soonBy AS date) IS NULL OR (o.paid + o.cancelled < o.amount_due
                                       AND o.due_on > :lastOverdue AND o.due_on <= :soonBy))
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
        return new Page<>(view(found.items()), found.next());
    }

    /** Each with what was last found about it. */
    private List<ObligationView> view(List<Obligation> obligations) {
        Map<UUID, DueFinding> found = jdbi.withHandle(handle -> handle
                .createQuery("""
                                SELECT DISTINCT ON (obligation)
                                       id, obligation, kind, amount_actual AS paid_in_time, deadline, provisional, found_on
                                FROM finding WHERE obligation = ANY(:ids) ORDER BY obligation, occurrence DESC""")
                .bind("ids", obligations.stream().map(Obligation::id).toArray(UUID[]::new))
                .mapTo(DueFinding.class)
                .stream()
                .collect(Collectors.toMap(DueFinding::obligation, Function.identity())));
        return obligations.stream()
                .map(each -> new ObligationView(each, found.get(each.id())))
                .toList();
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
