package cn.shequ.funding.finding;

import cn.shequ.events.EventData;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.obligation.Obligation;
import cn.shequ.funding.obligation.Obligations;
import cn.shequ.funding.violation.Suspicion;
import cn.shequ.funding.violation.Suspicions;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Looks at a handful of obligations or pools in a transaction, and keeps what it finds (Art. 16). */
@ApplicationScoped
class Examining {

    static final int BATCH = 50;

    /** Where the next handful begins. */
    record Position(LocalDate dueOn, UUID id) {
        static final Position START = new Position(LocalDate.of(1, 1, 1), new UUID(0, 0));
    }

    private final Findings findings;
    private final Deadlines deadlines;
    private final Obligations obligations;
    private final Funds funds;
    private final Suspicions suspicions;
    private final EventLog log;

    Examining(
            Findings findings,
            Deadlines deadlines,
            Obligations obligations,
            Funds funds,
            Suspicions suspicions,
            EventLog log) {
        this.findings = findings;
        this.deadlines = deadlines;
        this.obligations = obligations;
        this.funds = funds;
        this.suspicions = suspicions;
        this.log = log;
    }

    /** The position after this handful; empty at the end, or while another instance is at it. */
    @Transactional
    Optional<Position> obligations(LocalDate today, Position from) {
        if (!findings.isMyTurn()) {
            return Optional.empty();
        }
        List<Obligation> found = findings.unexamined(
                deadlines.lastDueBefore(today), deadlines.lastOpenedBefore(today), from.dueOn(), from.id(), BATCH);
        Map<DivisionCode, Integer> bookedWithin = new HashMap<>();
        List<UUID> judged = found.stream()
                .filter(each -> deadlines.isJudged(
                        deadlines.of(each),
                        bookedWithin.computeIfAbsent(
                                each.division(), division -> deadlines.bookedWithin(division, today)),
                        today))
                .map(Obligation::id)
                .toList();
        if (!judged.isEmpty()) {
            judge(obligations.lock(judged), today);
        }
        return found.size() < BATCH
                ? Optional.empty()
                : Optional.of(
                        new Position(found.getLast().dueOn(), found.getLast().id()));
    }

    private void judge(List<Obligation> locked, LocalDate today) {
        Map<UUID, LocalDate> until = new HashMap<>();
        locked.stream()
                .filter(each -> each.cancelled().isZero())
                .forEach(each -> until.put(each.id(), deadlines.of(each)));
        Map<UUID, Money> paid = findings.paidBy(until);
        List<Finding> found = new ArrayList<>();
        List<EventData> events = new ArrayList<>();
        for (Obligation each : locked) {
            Money inTime = paid.get(each.id());
            if (inTime != null && inTime.compareTo(each.amountDue()) < 0) {
                Finding finding = finding(each, inTime, Objects.requireNonNull(until.remove(each.id())), today);
                found.add(finding);
                events.add(
                        finding.kind() == FindingKind.LATE
                                ? FindingEvents.late(each, finding)
                                : FindingEvents.paidShort(each, finding));
            }
        }
        findings.inOrder(
                locked.stream()
                        .filter(each -> until.containsKey(each.id()))
                        .map(each -> new Findings.InOrder(
                                each.id(), each.occurrence(), Objects.requireNonNull(until.get(each.id()))))
                        .toList(),
                today);
        keep(found, events);
    }

    private Finding finding(Obligation owed, Money inTime, LocalDate deadline, LocalDate today) {
        return new Finding(
                Ids.next(),
                inTime.isZero() ? FindingKind.LATE : FindingKind.SHORT,
                owed.id(),
                owed.occurrence(),
                owed.ledger(),
                owed.fund(),
                owed.division(),
                owed.community(),
                owed.payer(),
                owed.amountDue(),
                inTime,
                owed.dueOn(),
                deadline,
                deadlines.isProvisional(deadline),
                today);
    }

    /** As {@link #obligations}, for the pools of years whose day may have passed. */
    @Transactional
    Optional<UUID> pools(LocalDate today, UUID from) {
        if (!findings.isMyTurn()) {
            return Optional.empty();
        }
        List<Findings.Pool> found = findings.unexaminedPools(today.getYear(), from, BATCH);
        for (Findings.Pool pool : found) {
            LocalDate dueOn = deadlines.ofPool(pool.fiscalYear(), pool.division());
            LocalDate deadline = deadlines.of(dueOn);
            if (deadlines.isJudged(deadline, deadlines.bookedWithin(pool.division(), today), today)) {
                judge(pool, dueOn, deadline, today);
            }
        }
        return found.size() < BATCH
                ? Optional.empty()
                : Optional.of(found.getLast().id());
    }

    private void judge(Findings.Pool pool, LocalDate dueOn, LocalDate deadline, LocalDate today) {
        funds.lock(List.of(pool.id()));
        Findings.PoolState state = findings.poolAt(pool.id(), deadline);
        if (state.available().isZero()) {
            findings.inOrder(List.of(new Findings.InOrder(pool.id(), 0, deadline)), today);
            return;
        }
        Finding finding = new Finding(
                Ids.next(),
                FindingKind.WITHHELD,
                null,
                0,
                pool.ledger(),
                pool.id(),
                pool.division(),
                null,
                Payer.financeOf(pool.division()),
                state.received(),
                state.received().minus(state.available()),
                dueOn,
                deadline,
                deadlines.isProvisional(deadline),
                today);
        keep(List.of(finding), List.of(FindingEvents.withheld(pool.fiscalYear(), finding)));
    }

    private void keep(List<Finding> found, List<EventData> events) {
        if (found.isEmpty()) {
            return;
        }
        findings.add(found);
        log.append(events);
        found.forEach(each -> suspicions.report(new Suspicion(
                each.kind().suspected(),
                Objects.requireNonNullElse(each.obligation(), each.fund()),
                each.occurrence(),
                each.ledger(),
                each.division(),
                each.community(),
                each.payer(),
                each.amountOwed(),
                each.amountActual(),
                each.foundOn())));
    }
}
