package cn.shequ.funding.repayment;

import cn.shequ.events.EventData;
import cn.shequ.events.funding.ReturnApproved;
import cn.shequ.events.funding.ReturnPaid;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.EntryDraft;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Unspent money goes back to who gave it, by the hands of three persons; at the end of a year by the fund's term. */
@ApplicationScoped
public class Returning {

    private static final String THE_SERVICE = "funding-service";

    private final Funds funds;
    private final FundDays fundDays;
    private final FundReturns returns;
    private final Ledgers ledgers;
    private final BookingDays days;
    private final Journal journal;
    private final Callers callers;

    Returning(
            Funds funds,
            FundDays fundDays,
            FundReturns returns,
            Ledgers ledgers,
            BookingDays days,
            Journal journal,
            Callers callers) {
        this.funds = funds;
        this.fundDays = fundDays;
        this.returns = returns;
        this.ledgers = ledgers;
        this.days = days;
        this.journal = journal;
        this.callers = callers;
    }

    FundReturn propose(NewReturn wanted) {
        Fund fund = funds.toActOn(wanted.fund());
        days.require(fund.ledger(), wanted.bookedOn());
        funds.lock(List.of(fund.id()));
        fundDays.requireAvailable(fund.id(), wanted.amount(), wanted.bookedOn());
        Money given = given(wanted.fund(), wanted.payee(), wanted.donation());
        if (wanted.amount().compareTo(given) > 0) {
            throw Refusal.of(FundingProblem.RETURNS_MORE_THAN_GIVEN)
                    .with("given", given)
                    .with("amount", wanted.amount());
        }
        UUID id = returns.add(
                fund.ledger(), wanted, ReturnReason.UNSPENT, callers.current().subject());
        return returns.find(id).orElseThrow();
    }

    /** What was given may have bounced since the return was proposed; other givers' money is not theirs. */
    private void requireStillGiven(FundReturn wanted) {
        Money over = given(wanted.fund(), wanted.payee(), wanted.donation());
        if (over.isNegative()) {
            throw Refusal.of(FundingProblem.RETURNS_MORE_THAN_GIVEN)
                    .with("given", over.plus(wanted.amount()))
                    .with("amount", wanted.amount());
        }
    }

    private Money given(UUID fund, @Nullable Payer payee, @Nullable UUID donation) {
        return donation != null
                ? returns.givenBy(fund, donation).orElse(Money.ZERO)
                : returns.givenBy(fund).stream()
                        .filter(given -> given.payer().equals(payee))
                        .map(FundReturns.Given::amount)
                        .findFirst()
                        .orElse(Money.ZERO);
    }

    /**
     * What a fund did not spend is owed back to who paid it in, who gave most first, nobody more than was given. What came
     * otherwise, by a reallocation for instance, stays in the fund.
     *
     * @return what is owed back
     */
    public Money returnAtYearEnd(Fund fund, LocalDate bookedOn, String by) {
        funds.lock(List.of(fund.id()));
        Money left = fundDays.availableFrom(fund.id(), bookedOn);
        Money returned = Money.ZERO;
        for (FundReturns.Given given : returns.givenBy(fund.id())) {
            Money amount = given.amount().min(left);
            if (amount.isPositive()) {
                NewReturn wanted = new NewReturn(fund.id(), amount, given.payer(), null, bookedOn);
                UUID id = returns.add(fund.ledger(), wanted, ReturnReason.YEAR_END, by);
                owe(returns.find(id).orElseThrow(), THE_SERVICE);
                left = left.minus(amount);
                returned = returned.plus(amount);
            }
        }
        return returned;
    }

    FundReturn approve(UUID id) {
        FundReturn wanted = lockToActOn(id);
        String by = callers.current().subject();
        wanted.require(ReturnStep.APPROVED, by);
        days.require(wanted.ledger(), wanted.bookedOn());
        funds.lock(List.of(wanted.fund()));
        fundDays.requireAvailable(wanted.fund(), wanted.amount(), wanted.bookedOn());
        requireStillGiven(wanted);
        owe(wanted, by);
        return returns.find(id).orElseThrow();
    }

    private void owe(FundReturn wanted, String by) {
        EntryDraft entry = EntryDraft.of(
                EntryKind.RETURN,
                wanted.ledger(),
                wanted.bookedOn(),
                wanted.id(),
                List.of(
                        Posting.available(wanted.fund(), wanted.amount()),
                        Posting.payable(wanted.fund(), wanted.amount().negated())));
        journal.make(entry, by, List.of(approved(wanted, entry)));
        returns.take(wanted.id(), ReturnStep.APPROVED, by, null, entry.id());
    }

    FundReturn reject(UUID id, String reason) {
        FundReturn wanted = lockToActOn(id);
        String by = callers.current().subject();
        wanted.require(ReturnStep.REJECTED, by);
        returns.take(id, ReturnStep.REJECTED, by, reason, null);
        return returns.find(id).orElseThrow();
    }

    FundReturn pay(UUID id, LocalDate bookedOn) {
        FundReturn owed = lockToActOn(id);
        String by = callers.current().subject();
        owed.require(ReturnStep.PAID, by);
        days.require(owed.ledger(), bookedOn);
        if (bookedOn.isBefore(owed.bookedOn())) {
            throw Refusal.of(FundingProblem.BOOKED_TOO_EARLY)
                    .with("bookedOn", bookedOn)
                    .with("earliest", owed.bookedOn());
        }
        funds.lock(List.of(owed.fund()));
        requireStillGiven(owed);
        fundDays.requireCash(owed.fund(), owed.amount());
        EntryDraft entry = EntryDraft.of(
                EntryKind.RETURN_PAYMENT,
                owed.ledger(),
                bookedOn,
                id,
                List.of(
                        Posting.payable(owed.fund(), owed.amount()),
                        Posting.bank(owed.amount().negated())));
        journal.make(entry, by, List.of(paid(owed, entry)));
        returns.take(id, ReturnStep.PAID, by, null, entry.id());
        return returns.find(id).orElseThrow();
    }

    private FundReturn lockToActOn(UUID id) {
        FundReturn found = returns.lock(id);
        ledgers.toActOn(found.ledger());
        return found;
    }

    private static EventData approved(FundReturn owed, EntryDraft entry) {
        return new ReturnApproved(
                owed.id().toString(),
                owed.ledger().toString(),
                owed.fund().toString(),
                owed.division().value(),
                text(owed.community()),
                text(owed.payee()),
                owed.amount().toString(),
                owed.reason().name(),
                entry.id().toString(),
                entry.bookedOn());
    }

    private static EventData paid(FundReturn owed, EntryDraft entry) {
        return new ReturnPaid(
                owed.id().toString(),
                owed.ledger().toString(),
                owed.fund().toString(),
                owed.division().value(),
                text(owed.community()),
                text(owed.payee()),
                owed.amount().toString(),
                entry.id().toString(),
                entry.bookedOn());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
