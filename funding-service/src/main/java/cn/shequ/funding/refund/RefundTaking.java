package cn.shequ.funding.refund;

import cn.shequ.events.funding.ExpenditureRefunded;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.expenditure.Expenditure;
import cn.shequ.funding.expenditure.ExpenditureStage;
import cn.shequ.funding.expenditure.Expenditures;
import cn.shequ.funding.expenditure.MoneyMoved;
import cn.shequ.funding.expenditure.MoneyMoving;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.EntryDraft;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;

/** Takes back what a payee returns: what was spent falls by it and the fund has it again; never more than was paid. */
@ApplicationScoped
class RefundTaking {

    private final Expenditures expenditures;
    private final Ledgers ledgers;
    private final Funds funds;
    private final BookingDays days;
    private final Refunds refunds;
    private final Journal journal;
    private final Event<MoneyMoving> moving;
    private final Event<MoneyMoved> moved;
    private final Callers callers;

    RefundTaking(
            Expenditures expenditures,
            Ledgers ledgers,
            Funds funds,
            BookingDays days,
            Refunds refunds,
            Journal journal,
            Event<MoneyMoving> moving,
            Event<MoneyMoved> moved,
            Callers callers) {
        this.expenditures = expenditures;
        this.ledgers = ledgers;
        this.funds = funds;
        this.days = days;
        this.refunds = refunds;
        this.journal = journal;
        this.moving = moving;
        this.moved = moved;
        this.callers = callers;
    }

    Refund take(UUID id, NewRefund wanted) {
        expenditures.lock(id);
        Expenditure expenditure = expenditures.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        ledgers.toActOn(expenditure.ledger());
        if (expenditure.stage() != ExpenditureStage.PAID) {
            throw Refusal.of(FundingProblem.EXPENDITURE_STAGE)
                    .with("stage", expenditure.stage())
                    .with("wanted", "REFUNDED");
        }
        requireAtMostPaid(expenditure, wanted.amount());
        days.require(expenditure.ledger(), wanted.bookedOn());
        requireStillPaid(expenditure, wanted);
        UUID refund = Ids.next();
        String by = callers.current().subject();
        if (!refunds.add(refund, expenditure.ledger(), id, wanted, by)) {
            throw Refusal.of(FundingProblem.BANK_LINE_ALREADY_BOOKED).with("bankReference", wanted.bankReference());
        }
        moving.fire(new MoneyMoving(id));
        funds.lock(List.of(expenditure.fund()));
        EntryDraft entry = EntryDraft.of(
                EntryKind.REFUND,
                expenditure.ledger(),
                wanted.bookedOn(),
                refund,
                postings(expenditure, wanted.amount()));
        journal.make(entry, by, List.of(event(expenditure, entry, wanted.amount())));
        moved.fire(new MoneyMoved(refund));
        return refunds.of(id).getLast();
    }

    private static void requireAtMostPaid(Expenditure expenditure, Money amount) {
        Money refunded = expenditure.refunded();
        if (refunded.plus(amount).compareTo(expenditure.amount()) > 0) {
            throw Refusal.of(FundingProblem.REFUNDS_MORE_THAN_PAID)
                    .with("paid", expenditure.amount())
                    .with("refunded", refunded)
                    .with("amount", amount);
        }
    }

    /** After the payment, and not while an earlier refund stood that was taken back later. */
    private void requireStillPaid(Expenditure expenditure, NewRefund wanted) {
        expenditures.paidFrom(expenditure.id(), wanted.amount()).ifPresent(earliest -> {
            if (wanted.bookedOn().isBefore(earliest)) {
                throw Refusal.of(FundingProblem.BOOKED_TOO_EARLY)
                        .with("bookedOn", wanted.bookedOn())
                        .with("earliest", earliest);
            }
        });
    }

    private static List<Posting> postings(Expenditure expenditure, Money amount) {
        return List.of(
                Posting.bank(amount),
                Posting.spent(expenditure.fund(), expenditure.category(), amount.negated()),
                Posting.applied(expenditure.fund(), amount),
                Posting.available(expenditure.fund(), amount.negated()));
    }

    private static ExpenditureRefunded event(Expenditure expenditure, EntryDraft entry, Money amount) {
        DivisionCode community = expenditure.community();
        return new ExpenditureRefunded(
                entry.head().document().toString(),
                expenditure.id().toString(),
                expenditure.ledger().toString(),
                expenditure.fund().toString(),
                expenditure.division().value(),
                community == null ? null : community.value(),
                expenditure.category().name(),
                amount.toString(),
                entry.id().toString(),
                entry.bookedOn());
    }
}
