package cn.shequ.funding.allocation;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Works out the working funds of a year (Art. 15): for every community that exists on 1 January in a county-level unit of a
 * kind that the rulebook admits; a supplement takes those that came later.
 */
@ApplicationScoped
class AllocationPlanning {

    private static final String ELIGIBLE_KINDS = "allocation.eligible-kinds";
    private static final String ENTITLEMENT = "allocation.entitlement-per-community";
    private static final String SUBSIDY = "allocation.city-subsidy-per-community";
    private static final String DUE_ON = "allocation.due-on";

    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Rulebook rulebook;
    private final Allocations allocations;
    private final Clock clock;

    AllocationPlanning(
            Territory territory,
            Jurisdiction jurisdiction,
            Callers callers,
            Rulebook rulebook,
            Allocations allocations,
            Clock clock) {
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.rulebook = rulebook;
        this.allocations = allocations;
        this.clock = clock;
    }

    AllocationPlan plan(AllocationRequest request) {
        LocalDate today = LocalDate.now(clock);
        DivisionCode city = city(today);
        LocalDate newYear = LocalDate.of(request.fiscalYear(), 1, 1);
        UUID supplements = request.supplements();
        LocalDate asOf = supplements == null ? newYear : supplementedOn(city, request, supplements, today);
        Set<DivisionCode> shared = supplements == null ? Set.of() : allocations.shared(request.fiscalYear());

        List<EligibleUnit> eligible = eligible(city, newYear, asOf, shared);
        if (eligible.isEmpty()) {
            throw Refusal.of(FundingProblem.NOTHING_TO_ALLOCATE)
                    .with("fiscalYear", request.fiscalYear())
                    .with("asOf", asOf)
                    .with("eligible", 0)
                    .under(rulebook.on(newYear, ELIGIBLE_KINDS, city));
        }
        Map<DivisionCode, Long> weights = weights(request, eligible);
        List<UnitAllocation> units = eligible.stream()
                .map(unit -> UnitAllocation.spread(requireSomeWeight(unit, weights), weights))
                .toList();
        LocalDate dueOn = rulebook.on(newYear, DUE_ON, city).monthDay().atYear(request.fiscalYear());
        return new AllocationPlan(
                city,
                request.fiscalYear(),
                supplements,
                asOf,
                dueOn.isBefore(asOf) ? asOf : dueOn,
                AllocationTotals.of(units),
                units);
    }

    /** The caller's city; only its own finance allocates. */
    private DivisionCode city(LocalDate today) {
        DivisionCode own = callers.current().division();
        Division city = own == null
                ? null
                : territory.enclosing(own, DivisionLevel.CITY, today).orElse(null);
        if (own == null || city == null) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        jurisdiction.requireAct(Reach.of(city.code()).concerning(List.of(own)));
        return city.code();
    }

    private LocalDate supplementedOn(DivisionCode city, AllocationRequest request, UUID supplements, LocalDate today) {
        if (allocations
                .first(city, request.fiscalYear())
                .filter(supplements::equals)
                .isEmpty()) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        LocalDate lastDay = LocalDate.of(request.fiscalYear(), 12, 31);
        return today.isBefore(lastDay) ? today : lastDay;
    }

    private List<EligibleUnit> eligible(
            DivisionCode city, LocalDate newYear, LocalDate asOf, Set<DivisionCode> shared) {
        List<EligibleUnit> units = new ArrayList<>();
        for (Division unit : territory.within(city, DivisionLevel.COUNTY_LEVEL, asOf)) {
            if (!rulebook.on(newYear, ELIGIBLE_KINDS, unit.code()).set().contains(unit.kind())) {
                continue;
            }
            List<DivisionCode> communities = territory.within(unit.code(), DivisionLevel.COMMUNITY, asOf).stream()
                    .map(Division::code)
                    .filter(community -> !shared.contains(community))
                    .toList();
            if (!communities.isEmpty()) {
                units.add(new EligibleUnit(
                        unit.code(),
                        unit.name(),
                        unit.kind(),
                        rulebook.on(newYear, ENTITLEMENT, unit.code()).money(),
                        rulebook.on(newYear, SUBSIDY, city).money(),
                        communities));
            }
        }
        return units;
    }

    private static Map<DivisionCode, Long> weights(AllocationRequest request, List<EligibleUnit> eligible) {
        List<AllocationRequest.Weight> given = request.weights() == null ? List.of() : request.weights();
        Map<DivisionCode, Long> weights = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            DivisionCode community = given.get(i).community();
            if (weights.put(community, given.get(i).weight()) != null) {
                throw Refusal.of(HttpProblem.INVALID_REQUEST)
                        .at(FieldError.of("weights[" + i + "].community", "duplicate", Map.of("value", community)));
            }
            if (eligible.stream().noneMatch(unit -> unit.communities().contains(community))) {
                throw Refusal.of(FundingProblem.WEIGHT_OF_INELIGIBLE).with("community", community);
            }
        }
        return weights;
    }

    private static EligibleUnit requireSomeWeight(EligibleUnit unit, Map<DivisionCode, Long> weights) {
        if (unit.communities().stream().allMatch(community -> Long.valueOf(0).equals(weights.get(community)))) {
            throw Refusal.of(FundingProblem.WEIGHTS_OF_UNIT_ALL_ZERO)
                    .with("division", unit.division())
                    .with("pool", unit.subsidyEach().times(unit.communities().size()));
        }
        return unit;
    }
}
