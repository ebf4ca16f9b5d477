package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A community, subdistrict, district or department says what it needs, publishes it, or takes it back (Art. 25). */
@ApplicationScoped
class PurchasePlanning {

    private static final String LEAST_SATISFACTION = "purchase.least-satisfaction";

    private final PurchaseItems items;
    private final Purchases purchases;
    private final PurchaseLife life;
    private final Releasing releasing;
    private final Funds funds;
    private final Jurisdiction jurisdiction;
    private final Territory territory;
    private final Rulebook rulebook;
    private final Callers callers;
    private final Clock clock;

    PurchasePlanning(
            PurchaseItems items,
            Purchases purchases,
            PurchaseLife life,
            Releasing releasing,
            Funds funds,
            Jurisdiction jurisdiction,
            Territory territory,
            Rulebook rulebook,
            Callers callers,
            Clock clock) {
        this.items = items;
        this.purchases = purchases;
        this.life = life;
        this.releasing = releasing;
        this.funds = funds;
        this.jurisdiction = jurisdiction;
        this.territory = territory;
        this.rulebook = rulebook;
        this.callers = callers;
        this.clock = clock;
    }

    Purchase plan(NewPurchase wanted) {
        jurisdiction.requireAct(Reach.of(wanted.division()));
        wanted.requireWeights();
        requireAhead(wanted.bidsDueAt());
        requireItem(wanted);
        Fund fund = requireFund(wanted);
        requireRetenderable(wanted.retenders());
        funds.lock(List.of(fund.id()));
        requireBudget(wanted);
        Caller caller = callers.current();
        UUID id = Ids.next();
        purchases.add(
                wanted,
                new Purchases.Planned(
                        id,
                        fund.ledger(),
                        caller.isBoundToDepartment() ? caller.department() : null,
                        rulebook.today(LEAST_SATISFACTION, wanted.division()).whole(),
                        caller.subject(),
                        clock.instant()));
        releasing.release(id, "planning");
        return purchases.require(id);
    }

    private void requireAhead(Instant bidsDueAt) {
        Instant now = clock.instant();
        if (!bidsDueAt.isAfter(now)) {
            throw Refusal.of(FundingProblem.DEADLINE_NOT_AHEAD)
                    .with("bidsDueAt", bidsDueAt)
                    .with("now", now);
        }
    }

    private void requireItem(NewPurchase wanted) {
        PurchaseItem item = items.require(wanted.item());
        if (item.withdrawnAt() != null || !territory.isWithin(wanted.division(), item.division())) {
            throw Refusal.of(FundingProblem.ITEM_NOT_IN_CATALOGUE)
                    .with("item", item.code())
                    .with("catalogue", item.division())
                    .with("division", wanted.division());
        }
    }

    private Fund requireFund(NewPurchase wanted) {
        Fund fund = funds.find(wanted.fund()).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        if (fund.purpose() != FundPurpose.PURCHASE_OF_SERVICES || !fund.allows(Category.PURCHASED_SERVICES)) {
            throw Refusal.of(FundingProblem.FUND_NOT_FOR_PURCHASES)
                    .with("fund", fund.id())
                    .with("purpose", fund.purpose());
        }
        DivisionCode serves = fund.community() == null ? fund.division() : fund.community();
        if (!territory.isWithin(wanted.division(), serves)) {
            throw Refusal.of(FundingProblem.PURCHASE_OUTSIDE_FUND)
                    .with("division", wanted.division())
                    .with("serves", serves);
        }
        return fund;
    }

    private void requireRetenderable(@Nullable UUID failed) {
        if (failed == null) {
            return;
        }
        Purchase before = purchases.lock(failed);
        if (before.stage() != PurchaseStage.FAILED || purchases.isRetendered(failed)) {
            throw Refusal.of(FundingProblem.NOTHING_TO_RETENDER)
                    .with("purchase", failed)
                    .with("stage", before.stage());
        }
    }

    private void requireBudget(NewPurchase wanted) {
        Money left = purchases.moneyLeft(wanted.fund(), LocalDate.now(clock));
        if (wanted.budget().compareTo(left) > 0) {
            throw Refusal.of(FundingProblem.BUDGET_NOT_AVAILABLE)
                    .with("fund", wanted.fund())
                    .with("budget", wanted.budget())
                    .with("available", left);
        }
    }

    Purchase publish(UUID id) {
        Purchase purchase = lockToActOn(id);
        purchase.take(PurchaseStep.PUBLISHED);
        requireAhead(purchase.bidsDueAt());
        return life.take(purchase, PurchaseStep.PUBLISHED, null);
    }

    Purchase cancel(UUID id, String reason) {
        return life.take(lockToActOn(id), PurchaseStep.CANCELLED, reason);
    }

    private Purchase lockToActOn(UUID id) {
        Purchase purchase = purchases.lock(id);
        jurisdiction.requireAct(Reach.of(purchase.division()));
        return purchase;
    }
}
