package cn.shequ.funding.allocation;

import cn.shequ.events.Parts;
import cn.shequ.events.funding.AllocationCommitted;
import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.funding.fund.FundSource;
import cn.shequ.funding.fund.FundTerms;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.obligation.ObligationTerms;
import cn.shequ.funding.obligation.Obligations;
import cn.shequ.funding.obligation.Share;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commits the allocation of a year, once (Art. 15): a pool fund for each unit and a fund for each community, and what is
 * owed to them: by the city to the pools, by the pools and by the districts themselves to the communities.
 */
@ApplicationScoped
class AllocationCommitting {

    private final AllocationPlanning planning;
    private final Allocations allocations;
    private final Ledgers ledgers;
    private final Funds funds;
    private final Obligations obligations;
    private final EventLog log;
    private final Callers callers;
    private final Clock clock;

    AllocationCommitting(
            AllocationPlanning planning,
            Allocations allocations,
            Ledgers ledgers,
            Funds funds,
            Obligations obligations,
            EventLog log,
            Callers callers,
            Clock clock) {
        this.planning = planning;
        this.allocations = allocations;
        this.ledgers = ledgers;
        this.funds = funds;
        this.obligations = obligations;
        this.log = log;
        this.callers = callers;
        this.clock = clock;
    }

    /** A fund to be opened and what will be owed to it. */
    private record Pot(FundTerms terms, Ledger ledger, List<Debt> debts) {}

    private record Debt(Payer payer, Share share, Money amount) {}

    Allocation commit(AllocationRequest request) {
        allocations.lockYear(request.fiscalYear());
        AllocationPlan plan = planning.plan(request);
        UUID id = Ids.next();
        String by = callers.current().subject();
        if (!allocations.add(id, plan, by)) {
            Refusal refusal =
                    Refusal.of(FundingProblem.ALLOCATION_ALREADY_COMMITTED).with("fiscalYear", plan.fiscalYear());
            allocations.first(plan.city(), plan.fiscalYear()).ifPresent(first -> refusal.with("allocation", first));
            throw refusal;
        }
        log.append(events(id, plan, LocalDate.now(clock)));
        List<Pot> pots = pots(id, plan);
        List<UUID> opened = funds.open(pots.stream().map(Pot::terms).toList(), by);
        List<ObligationTerms> owed = new ArrayList<>();
        for (int i = 0; i < pots.size(); i++) {
            owed.addAll(owed(id, plan, pots.get(i), opened.get(i)));
        }
        obligations.open(owed);
        return new Allocation(id, clock.instant(), plan);
    }

    private List<Pot> pots(UUID id, AllocationPlan plan) {
        List<DivisionCode> communities = plan.units().stream()
                .flatMap(unit -> unit.communities().stream().map(CommunityShare::community))
                .toList();
        Map<DivisionCode, Ledger> keeping = ledgers.keeping(communities, plan.asOf());
        List<Pot> pots = new ArrayList<>();
        for (UnitAllocation unit : plan.units()) {
            Ledger pool =
                    open(unit.division(), ledgers.ofDivision(unit.division()).orElse(null));
            pots.add(pot(
                    id,
                    plan,
                    pool,
                    FundSource.CITY,
                    FundPurpose.POOL,
                    null,
                    List.of(new Debt(Payer.financeOf(plan.city()), Share.CITY_SUBSIDY, unit.poolTransfer()))));
            Payer district = Payer.financeOf(unit.division());
            for (CommunityShare share : unit.communities()) {
                Ledger ledger = open(share.community(), keeping.get(share.community()));
                pots.add(pot(
                        id,
                        plan,
                        ledger,
                        FundSource.DISTRICT,
                        FundPurpose.WORKING_COSTS,
                        share.community(),
                        List.of(
                                new Debt(district, Share.POOL_SHARE, share.poolShare()),
                                new Debt(district, Share.OWN_SHARE, share.ownShare()))));
            }
        }
        return pots;
    }

    private static Pot pot(
            UUID id,
            AllocationPlan plan,
            Ledger ledger,
            FundSource source,
            FundPurpose purpose,
            @Nullable DivisionCode community,
            List<Debt> debts) {
        LocalDate endOfYear = LocalDate.of(plan.fiscalYear(), 12, 31);
        FundTerms terms = FundTerms.of(ledger.id(), source, purpose, community, plan.fiscalYear(), endOfYear, id);
        return new Pot(terms, ledger, debts);
    }

    private static Ledger open(DivisionCode division, @Nullable Ledger ledger) {
        if (ledger == null) {
            throw Refusal.of(FundingProblem.LEDGER_NOT_OPEN).with("division", division);
        }
        return ledger;
    }

    private static List<ObligationTerms> owed(UUID id, AllocationPlan plan, Pot pot, UUID fund) {
        return pot.debts().stream()
                .filter(debt -> debt.amount().isPositive())
                .map(debt -> new ObligationTerms(
                        pot.ledger().id(),
                        fund,
                        pot.ledger().division(),
                        pot.terms().community(),
                        debt.payer(),
                        ObligationOrigin.ANNUAL_ALLOCATION,
                        id,
                        debt.share(),
                        plan.fiscalYear(),
                        debt.amount(),
                        plan.dueOn()))
                .toList();
    }

    private static List<AllocationCommitted> events(UUID id, AllocationPlan plan, LocalDate committedOn) {
        List<AllocationCommitted> events = new ArrayList<>();
        for (UnitAllocation unit : plan.units()) {
            List<List<AllocationCommitted.Share>> parts = Parts.split(
                    unit.communities().stream().map(AllocationCommitting::told).toList());
            for (int i = 0; i < parts.size(); i++) {
                events.add(new AllocationCommitted(
                        id.toString(),
                        plan.supplements() == null ? null : plan.supplements().toString(),
                        plan.fiscalYear(),
                        unit.division().value(),
                        unit.entitlement().toString(),
                        unit.poolTransfer().toString(),
                        unit.ownShare().toString(),
                        committedOn,
                        i + 1,
                        parts.size(),
                        parts.get(i)));
            }
        }
        return events;
    }

    private static AllocationCommitted.Share told(CommunityShare share) {
        return new AllocationCommitted.Share(
                share.community().value(),
                share.entitlement().toString(),
                share.poolShare().toString(),
                share.ownShare().toString());
    }
}
