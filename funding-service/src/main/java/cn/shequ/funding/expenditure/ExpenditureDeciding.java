package cn.shequ.funding.expenditure;

import cn.shequ.events.funding.ExpenditureApproved;
import cn.shequ.events.funding.ExpenditurePaid;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.commitment.Drawdown;
import cn.shequ.funding.commitment.Drawing;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.EntryDraft;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Others than the accountant approve or reject an expenditure, and the cashier pays what was approved (Art. 16). */
@ApplicationScoped
class ExpenditureDeciding {

    private final Expenditures expenditures;
    private final Funds funds;
    private final FundDays fundDays;
    private final Drawing drawing;
    private final BookingDays days;
    private final Journal journal;
    private final Callers callers;
    private final Event<PaidOut> paidOut;
    private final Event<MoneyMoving> moving;
    private final Event<MoneyMoved> moved;
    private final Clock clock;

    ExpenditureDeciding(
            Expenditures expenditures,
            Funds funds,
            FundDays fundDays,
            Drawing drawing,
            BookingDays days,
            Journal journal,
            Callers callers,
            Event<PaidOut> paidOut,
            Event<MoneyMoving> moving,
            Event<MoneyMoved> moved,
            Clock clock) {
        this.expenditures = expenditures;
        this.funds = funds;
        this.fundDays = fundDays;
        this.drawing = drawing;
        this.days = days;
        this.journal = journal;
        this.callers = callers;
        this.paidOut = paidOut;
        this.moving = moving;
        this.moved = moved;
        this.clock = clock;
    }

    /** The last approval that is needed reserves the money. */
    Expenditure approve(UUID id) {
        Expenditure expenditure = expenditures.lockToActOn(id);
        String by = callers.current().subject();
        ExpenditureStage next = expenditure.take(ExpenditureStep.APPROVED, by);
        UUID entry = next == ExpenditureStage.APPROVED ? reserve(expenditure, by) : null;
        return taken(expenditure, next, ExpenditureStep.APPROVED, by, null, entry);
    }

    private UUID reserve(Expenditure expenditure, String by) {
        days.require(expenditure.ledger(), expenditure.bookedOn());
        Drawdown drawdown = expenditure.drawdown();
        if (drawdown != null) {
            drawing.lock(drawdown);
        }
        funds.lock(List.of(expenditure.fund()));
        if (drawdown == null) {
            fundDays.requireAvailable(expenditure.fund(), expenditure.amount(), expenditure.bookedOn());
        }
        EntryDraft entry = EntryDraft.of(
                EntryKind.COMMITMENT,
                expenditure.ledger(),
                expenditure.bookedOn(),
                expenditure.id(),
                ExpenditureBooking.commitment(expenditure.fund(), expenditure.amount(), drawdown != null));
        journal.make(entry, by, List.of(approved(expenditure)));
        if (drawdown != null) {
            drawing.drawn(entry.id(), drawdown);
        }
        return entry.id();
    }

    Expenditure reject(UUID id, String reason) {
        Expenditure expenditure = expenditures.lockToActOn(id);
        String by = callers.current().subject();
        ExpenditureStage next = expenditure.take(ExpenditureStep.REJECTED, by);
        return taken(expenditure, next, ExpenditureStep.REJECTED, by, reason, null);
    }

    Expenditure pay(UUID id, LocalDate bookedOn) {
        Expenditure expenditure = expenditures.lockToActOn(id);
        String by = callers.current().subject();
        ExpenditureStage next = expenditure.take(ExpenditureStep.PAID, by);
        days.require(expenditure.ledger(), bookedOn);
        if (bookedOn.isBefore(expenditure.bookedOn())) {
            throw Refusal.of(FundingProblem.BOOKED_TOO_EARLY)
                    .with("bookedOn", bookedOn)
                    .with("earliest", expenditure.bookedOn());
        }
        moving.fire(new MoneyMoving(expenditure.id()));
        funds.lock(List.of(expenditure.fund()));
        // After money bounced a fund may have approved more than it was really paid; the rest of the bank is others'.
        fundDays.requireCash(expenditure.fund(), expenditure.amount());
        EntryDraft entry = EntryDraft.of(
                EntryKind.PAYMENT,
                expenditure.ledger(),
                bookedOn,
                expenditure.id(),
                ExpenditureBooking.payment(expenditure.fund(), expenditure.category(), expenditure.amount()));
        journal.make(entry, by, List.of(paid(expenditure, entry)));
        paidOut.fire(new PaidOut(expenditure.id(), expenditure.division(), bookedOn));
        Expenditure paid = taken(expenditure, next, ExpenditureStep.PAID, by, null, entry.id());
        moved.fire(new MoneyMoved(expenditure.id()));
        return paid;
    }

    private Expenditure taken(
            Expenditure expenditure,
            ExpenditureStage next,
            ExpenditureStep step,
            String by,
            @Nullable String reason,
            @Nullable UUID entry) {
        Instant at = expenditures.take(expenditure.id(), step, by, reason, entry);
        return expenditure.after(next, new Expenditure.Taken(step, by, at, reason, entry));
    }

    ExpenditureApproved approved(Expenditure expenditure) {
        return new ExpenditureApproved(
                expenditure.id().toString(),
                expenditure.ledger().toString(),
                expenditure.fund().toString(),
                expenditure.division().value(),
                text(expenditure.community()),
                expenditure.category().name(),
                expenditure.amount().toString(),
                LocalDate.now(clock),
                expenditure.commitment(),
                expenditure.drawsOn() == null ? null : expenditure.drawsOn().toString());
    }

    private static ExpenditurePaid paid(Expenditure expenditure, EntryDraft entry) {
        return new ExpenditurePaid(
                expenditure.id().toString(),
                expenditure.ledger().toString(),
                expenditure.fund().toString(),
                expenditure.division().value(),
                text(expenditure.community()),
                expenditure.category().name(),
                expenditure.amount().toString(),
                entry.id().toString(),
                entry.bookedOn(),
                expenditure.commitment());
    }

    private static @Nullable String text(@Nullable DivisionCode community) {
        return community == null ? null : community.value();
    }
}
