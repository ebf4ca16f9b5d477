package cn.shequ.funding.budget;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Drafts and adopts budgets, and sets what became of them beside them (Art. 15). */
@ApplicationScoped
class Budgeting {

    private final Budgets budgets;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    Budgeting(Budgets budgets, Territory territory, Jurisdiction jurisdiction, Callers callers, Clock clock) {
        this.budgets = budgets;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    Budget draft(NewBudget wanted) {
        jurisdiction.requireAct(Reach.of(wanted.division()));
        DivisionLevel level = territory
                .find(wanted.division())
                .map(Division::level)
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        if (level == DivisionLevel.COMMUNITY) {
            throw Refusal.of(FundingProblem.BUDGET_OF_COMMUNITY).with("division", wanted.division());
        }
        requireWhole(wanted);
        requireLatest(wanted);
        UUID id = Ids.next();
        budgets.add(id, wanted, callers.current().subject());
        return budgets.find(id).orElseThrow();
    }

    private static void requireWhole(NewBudget wanted) {
        List<BudgetLine> missing = Arrays.stream(BudgetLine.values())
                .filter(line -> !wanted.lines().containsKey(line))
                .toList();
        List<BudgetLine> negative = wanted.lines().entrySet().stream()
                .filter(line -> line.getValue().isNegative())
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty() || !negative.isEmpty()) {
            throw Refusal.of(FundingProblem.BUDGET_LINES_INCOMPLETE)
                    .with("missing", missing)
                    .with("negative", negative);
        }
    }

    /** A year is adopted once; after that a draft amends the version in force. */
    private void requireLatest(NewBudget wanted) {
        Optional<UUID> inForce =
                budgets.inForce(wanted.division(), wanted.fiscalYear()).map(Budget::id);
        if (!inForce.equals(Optional.ofNullable(wanted.amends()))) {
            throw alreadyAdopted(wanted.division(), wanted.fiscalYear(), inForce);
        }
    }

    private static Refusal alreadyAdopted(DivisionCode division, int fiscalYear, Optional<UUID> inForce) {
        return Refusal.of(FundingProblem.BUDGET_ALREADY_ADOPTED)
                .with("division", division)
                .with("fiscalYear", fiscalYear)
                .with("inForce", inForce.map(UUID::toString).orElse("-"));
    }

    Budget adopt(UUID id, NewAdoption adoption) {
        Budget draft = budgets.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(Reach.of(draft.division()));
        String by = callers.current().subject();
        LocalDate today = LocalDate.now(clock);
        if (adoption.adoptedOn().isAfter(today)) {
            throw Refusal.of(FundingProblem.BOOKED_IN_FUTURE)
                    .with("bookedOn", adoption.adoptedOn())
                    .with("today", today);
        }
        if (draft.draftedBy().equals(by)) {
            throw Refusal.of(FundingProblem.BUDGET_ADOPTED_BY_DRAFTER).with("budget", id);
        }
        Optional<Budget> inForce = budgets.inForce(draft.division(), draft.fiscalYear());
        boolean follows = inForce.map(Budget::id).equals(Optional.ofNullable(draft.amends()));
        int version = inForce.map(Budgeting::version).orElse(0) + 1;
        if (!follows || !budgets.adopt(draft, version, adoption, by)) {
            throw alreadyAdopted(draft.division(), draft.fiscalYear(), inForce.map(Budget::id));
        }
        return budgets.find(id).orElseThrow();
    }

    private static int version(Budget budget) {
        return budget.adoption() == null ? 0 : budget.adoption().version();
    }

    Execution toSee(UUID id) {
        Budget budget = budgets.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(Reach.of(budget.division()));
        Map<BudgetLine, Money> paid = budgets.paid(budget.division(), budget.fiscalYear());
        Map<BudgetLine, Money> spent = budgets.spent(budget.division(), budget.fiscalYear());
        return new Execution(
                budget,
                budget.lines().entrySet().stream()
                        .map(line -> line(budget, line.getKey(), line.getValue(), paid, spent))
                        .toList());
    }

    private static Execution.Line line(
            Budget budget, BudgetLine line, Money budgeted, Map<BudgetLine, Money> paid, Map<BudgetLine, Money> spent) {
        Money before = budget.previous().get(line);
        return new Execution.Line(
                line,
                budgeted,
                paid.getOrDefault(line, Money.ZERO),
                spent.getOrDefault(line, Money.ZERO),
                before == null ? null : budgeted.minus(before));
    }
}
