package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.expenditure.Expenditure;
import cn.shequ.funding.expenditure.ExpenditureRecording;
import cn.shequ.funding.expenditure.NewExpenditure;
import cn.shequ.funding.expenditure.PayeeKind;
import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The community says how satisfied it is with a milestone; what it accepted is paid in the ordinary way, by accountant,
 * approver and cashier, and who satisfied people may be rewarded (Art. 25).
 */
@ApplicationScoped
class Accepting {

    private static final String REWARD = "purchase.reward-satisfaction";
    private static final int MOST_OF_A_NAME = 80;

    private final Purchases purchases;
    private final Bids bids;
    private final Evaluations evaluations;
    private final Contracts contracts;
    private final Releasing releasing;
    private final ExpenditureRecording expenditures;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;
    private final Callers callers;

    Accepting(
            Purchases purchases,
            Bids bids,
            Evaluations evaluations,
            Contracts contracts,
            Releasing releasing,
            ExpenditureRecording expenditures,
            Territory territory,
            Jurisdiction jurisdiction,
            Rulebook rulebook,
            Callers callers) {
        this.purchases = purchases;
        this.bids = bids;
        this.evaluations = evaluations;
        this.contracts = contracts;
        this.releasing = releasing;
        this.expenditures = expenditures;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
        this.callers = callers;
    }

    /** By a community that the service is for; below the least satisfaction the milestone stays open. */
    Milestone assess(UUID id, int number, Assessment said) {
        Purchase purchase = purchases.lock(id);
        requireServed(purchase);
        purchase.requireStage(PurchaseStage.CONTRACTED);
        Contract contract = contracts.find(id).orElseThrow();
        contract.milestone(number).requireNotAccepted();
        boolean accepted = said.satisfaction() >= purchase.leastSatisfaction();
        contracts.assess(
                contract.id(), number, said, accepted, callers.current().subject());
        releasing.release(id, "implementation");
        return contracts.find(id).orElseThrow().milestone(number);
    }

    private void requireServed(Purchase purchase) {
        DivisionCode own = callers.current().division();
        if (own == null || !territory.isWithin(own, purchase.division())) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
    }

    /** An expenditure like any other, except that its amount, fund and payee are those of the contract. */
    Expenditure pay(UUID id, int number, NewPayment wanted) {
        Purchase purchase = lockToActOn(id);
        Contract contract = contracts.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        Milestone milestone = contract.milestone(number);
        milestone.requirePayable();
        purchase.requireStage(PurchaseStage.CONTRACTED);
        return record(
                purchase,
                contract,
                number,
                milestone.amount(),
                milestone.title(),
                wanted.evidence(),
                wanted.bookedOn(),
                contract.commitment());
    }

    Expenditure reward(UUID id, NewReward wanted) {
        Purchase purchase = lockToActOn(id);
        Contract contract = contracts.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        Rule least = rulebook.today(REWARD, purchase.division());
        if (purchase.stage() != PurchaseStage.COMPLETED || contract.satisfaction() < least.whole()) {
            throw Refusal.of(FundingProblem.REWARD_NOT_EARNED)
                    .with("stage", purchase.stage())
                    .with("satisfaction", contract.satisfaction())
                    .with("least", least.whole())
                    .under(least);
        }
        contracts.reward(contract.id()).ifPresent(given -> {
            throw Refusal.of(FundingProblem.REWARD_ALREADY_GIVEN).with("expenditure", given);
        });
        return record(
                purchase,
                contract,
                null,
                wanted.amount(),
                purchase.title(),
                wanted.evidence(),
                wanted.bookedOn(),
                null);
    }

    /** Whoever may not act here is told nothing of the stage of its contract. */
    private Purchase lockToActOn(UUID id) {
        Purchase purchase = purchases.lock(id);
        jurisdiction.requireAct(Reach.of(purchase.division()));
        return purchase;
    }

    private Expenditure record(
            Purchase purchase,
            Contract contract,
            @Nullable Integer number,
            Money amount,
            String what,
            List<String> evidence,
            LocalDate bookedOn,
            @Nullable UUID drawsOn) {
        NewExpenditure wanted = new NewExpenditure(
                purchase.fund(),
                Category.PURCHASED_SERVICES,
                amount,
                payee(purchase.id()),
                PayeeKind.ORGANISATION,
                what,
                evidence,
                bookedOn,
                drawsOn);
        Expenditure expenditure =
                switch (expenditures.recordDecided(wanted)) {
                    case ExpenditureRecording.Outcome.Recorded recorded -> recorded.expenditure();
                    case ExpenditureRecording.Outcome.Diverted diverted -> throw diverted.refusal();
                };
        contracts.pay(contract.id(), number, expenditure.id());
        return expenditure;
    }

    /** The organisation whose bid won. */
    private String payee(UUID purchase) {
        UUID winner = evaluations.award(purchase).orElseThrow().bid();
        return bids.opened(purchase).stream()
                .filter(bid -> bid.id().equals(winner))
                .map(bid -> bid.organisation() + " "
                        + bid.name()
                                .substring(
                                        0, Math.min(MOST_OF_A_NAME, bid.name().length())))
                .findFirst()
                .orElseThrow();
    }
}
