package cn.shequ.funding.expenditure;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.batch.Seen;
import cn.shequ.funding.commitment.Drawdown;
import cn.shequ.funding.commitment.Drawing;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.util.UUID;

/** What holds for every expenditure that is recorded, whether it comes alone or in a batch (Art. 16). */
@ApplicationScoped
class ExpenditureCheck {

    private static final String SECOND_APPROVER = "expenditure.second-approver-above";

    private final Funds funds;
    private final FundDays fundDays;
    private final Drawing drawing;
    private final BookingDays days;
    private final Rulebook rulebook;
    private final PayeeCommitment commitment;
    private final SpentFor spentFor;
    private final Callers callers;
    private final Instance<OwnWay> ownWays;

    ExpenditureCheck(
            Funds funds,
            FundDays fundDays,
            Drawing drawing,
            BookingDays days,
            Rulebook rulebook,
            PayeeCommitment commitment,
            SpentFor spentFor,
            Callers callers,
            @Any Instance<OwnWay> ownWays) {
        this.funds = funds;
        this.fundDays = fundDays;
        this.drawing = drawing;
        this.days = days;
        this.rulebook = rulebook;
        this.commitment = commitment;
        this.spentFor = spentFor;
        this.callers = callers;
        this.ownWays = ownWays;
    }

    private record Day(UUID of, LocalDate day) {}

    /** What was asked already: one line asks for everything, ten thousand of one fund hardly for more. */
    static final class Asked {
        private final Seen<UUID, Fund> funds = new Seen<>();
        private final Seen<Day, Day> openDays = new Seen<>();
        private final Seen<Day, Money> available = new Seen<>();
        private final Seen<Day, Rule> rules = new Seen<>();
    }

    Fund fund(NewExpenditure wanted, Asked asked) {
        return asked.funds.once(wanted.fund(), () -> funds.toActOn(wanted.fund()));
    }

    /**
     * What an accountant wants recorded; a pool is distributed by a decision of its own.
     *
     * @throws Refusal when it cannot be recorded; nothing was written
     */
    CheckedExpenditure byHand(NewExpenditure wanted, Asked asked) {
        Fund fund = fund(wanted, asked);
        if (!fund.allows(wanted.category())) {
            throw diversion(fund, wanted);
        }
        if (wanted.category() == Category.DISTRIBUTION) {
            throw Refusal.of(FundingProblem.DISTRIBUTION_BY_DECISION).with("pool", fund.id());
        }
        ownWays.forEach(own -> own.refuseByHand(wanted));
        spentFor.require(fund, wanted);
        return decided(wanted, asked);
    }

    /** @throws Refusal when it cannot be recorded; nothing was written */
    CheckedExpenditure decided(NewExpenditure wanted, Asked asked) {
        Fund fund = fund(wanted, asked);
        Day day = new Day(fund.ledger(), wanted.bookedOn());
        asked.openDays.once(day, () -> {
            days.require(day.of(), day.day());
            return day;
        });
        requireInTime(fund, wanted);
        requireMoney(wanted, asked);
        Rule rule = asked.rules.once(
                new Day(fund.id(), wanted.bookedOn()),
                () -> rulebook.on(wanted.bookedOn(), SECOND_APPROVER, fund.division()));
        UUID id = Ids.next();
        byte[] salt = commitment.salt();
        return new CheckedExpenditure(
                id,
                fund,
                wanted,
                null,
                wanted.amount().compareTo(rule.money()) > 0 ? 2 : 1,
                rule.reference(),
                commitment.to(id, wanted, salt),
                salt,
                callers.current().subject());
    }

    static Refusal diversion(Fund fund, NewExpenditure wanted) {
        return Refusal.of(FundingProblem.DIVERSION_ATTEMPTED)
                .with("fund", fund.id())
                .with("purpose", fund.purpose())
                .with("category", wanted.category())
                .with("allowed", fund.categories())
                .with("amount", wanted.amount());
    }

    private static void requireInTime(Fund fund, NewExpenditure wanted) {
        if (wanted.bookedOn().isAfter(fund.spendBy())) {
            throw Refusal.of(FundingProblem.SPEND_BY_PASSED)
                    .with("spendBy", fund.spendBy())
                    .with("bookedOn", wanted.bookedOn());
        }
    }

    private void requireMoney(NewExpenditure wanted, Asked asked) {
        Drawdown drawdown = wanted.drawdown();
        if (drawdown == null) {
            FundDays.requireAvailable(
                    wanted.fund(),
                    wanted.amount(),
                    asked.available.once(
                            new Day(wanted.fund(), wanted.bookedOn()),
                            () -> fundDays.availableFrom(wanted.fund(), wanted.bookedOn())));
        } else {
            drawing.require(drawdown);
        }
    }
}
