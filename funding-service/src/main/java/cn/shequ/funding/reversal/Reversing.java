package cn.shequ.funding.reversal;

import cn.shequ.events.EventData;
import cn.shequ.events.funding.EntryReversed;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.commitment.Drawdown;
import cn.shequ.funding.commitment.Drawing;
import cn.shequ.funding.expenditure.Expenditure;
import cn.shequ.funding.expenditure.ExpenditureStep;
import cn.shequ.funding.expenditure.Expenditures;
import cn.shequ.funding.expenditure.MoneyMoved;
import cn.shequ.funding.expenditure.MoneyMoving;
import cn.shequ.funding.expenditure.TakenBack;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.Entries;
import cn.shequ.funding.ledger.EntryDraft;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.EntryView;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.funding.obligation.Obligation;
import cn.shequ.funding.obligation.ObligationEvents;
import cn.shequ.funding.obligation.ObligationStatus;
import cn.shequ.funding.obligation.Obligations;
import cn.shequ.funding.receipt.Receipts;
import cn.shequ.funding.receipt.Settlement;
import cn.shequ.funding.repayment.FundReturn;
import cn.shequ.funding.repayment.FundReturns;
import cn.shequ.funding.repayment.ReturnStep;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes an entry back by a new one (Art. 16): mistakes are not erased, and bounced money reopens what it had settled. */
@ApplicationScoped
class Reversing {

    /** A reservation is released instead, and what is over never comes back. */
    private static final Set<EntryKind> REVERSIBLE = EnumSet.complementOf(
            EnumSet.of(EntryKind.REVERSAL, EntryKind.OPENING, EntryKind.RESERVATION, EntryKind.RELEASE));

    private final Ledgers ledgers;
    private final Entries entries;
    private final BookingDays days;
    private final Receipts receipts;
    private final Obligations obligations;
    private final Expenditures expenditures;
    private final FundReturns returns;
    private final Drawing drawing;
    private final Funds funds;
    private final FundDays fundDays;
    private final Journal journal;
    private final Event<TakenBack> takenBack;
    private final Event<MoneyMoving> moving;
    private final Event<MoneyMoved> moved;
    private final Callers callers;

    Reversing(
            Ledgers ledgers,
            Entries entries,
            BookingDays days,
            Receipts receipts,
            Obligations obligations,
            Expenditures expenditures,
            FundReturns returns,
            Drawing drawing,
            Funds funds,
            FundDays fundDays,
            Journal journal,
            Event<TakenBack> takenBack,
            Event<MoneyMoving> moving,
            Event<MoneyMoved> moved,
            Callers callers) {
        this.ledgers = ledgers;
        this.entries = entries;
        this.days = days;
        this.receipts = receipts;
        this.obligations = obligations;
        this.expenditures = expenditures;
        this.returns = returns;
        this.drawing = drawing;
        this.funds = funds;
        this.fundDays = fundDays;
        this.journal = journal;
        this.takenBack = takenBack;
        this.moving = moving;
        this.moved = moved;
        this.callers = callers;
    }

    EntryView reverse(UUID id, LocalDate bookedOn) {
        EntryView entry = entries.lock(id);
        Ledger ledger = ledgers.toActOn(entry.ledger());
        requireReversible(entry, bookedOn);
        days.require(ledger.id(), bookedOn);
        EntryDraft reversal =
                switch (entry.kind()) {
                    case RECEIPT -> takeBackReceipt(entry, ledger, bookedOn);
                    case COMMITMENT -> takeBackSpending(entry, ledger, bookedOn, ExpenditureStep.WITHDRAWN);
                    case PAYMENT -> takeBackSpending(entry, ledger, bookedOn, ExpenditureStep.RETURNED);
                    case RETURN -> takeBackReturn(entry, ledger, bookedOn, ReturnStep.WITHDRAWN);
                    case RETURN_PAYMENT -> takeBackReturn(entry, ledger, bookedOn, ReturnStep.BOUNCED);
                    case DONATION, REALLOCATION, REFUND -> takeBackWhatIsAvailable(entry, ledger, bookedOn);
                    case REVERSAL, OPENING, RESERVATION, RELEASE ->
                        throw Refusal.of(FundingProblem.ENTRY_NOT_REVERSIBLE).with("kind", entry.kind());
                };
        return entries.find(reversal.id()).orElseThrow();
    }

    private static void requireReversible(EntryView entry, LocalDate bookedOn) {
        if (!REVERSIBLE.contains(entry.kind())) {
            throw Refusal.of(FundingProblem.ENTRY_NOT_REVERSIBLE).with("kind", entry.kind());
        }
        if (entry.reversedBy() != null) {
            throw Refusal.of(FundingProblem.ENTRY_ALREADY_REVERSED)
                    .with("entry", entry.id())
                    .with("reversedBy", entry.reversedBy());
        }
        requireNotBefore(entry.bookedOn(), bookedOn);
    }

    private static void requireNotBefore(LocalDate earliest, LocalDate bookedOn) {
        if (bookedOn.isBefore(earliest)) {
            throw Refusal.of(FundingProblem.BOOKED_TOO_EARLY)
                    .with("bookedOn", bookedOn)
                    .with("earliest", earliest);
        }
    }

    private EntryDraft takeBackReceipt(EntryView entry, Ledger ledger, LocalDate bookedOn) {
        Receipts.Booked booked = receipts.booked(entry.document()).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        List<Settlement> settled = booked.settles();
        Map<UUID, Obligation> reopened =
                obligations.lock(settled.stream().map(Settlement::obligation).toList()).stream()
                        .collect(Collectors.toMap(Obligation::id, Function.identity()));
        Map<UUID, Money> brought = OppositeBooking.broughtTo(entry.postings());
        funds.lock(brought.keySet());
        Map<UUID, Money> available = new HashMap<>();
        brought.keySet().forEach(fund -> available.put(fund, fundDays.availableFrom(fund, bookedOn)));
        EntryDraft reversal = draft(entry, bookedOn, OppositeBooking.ofReceipt(booked.payer(), brought, available));

        List<EventData> events = new ArrayList<>();
        events.add(reversed(reversal, entry, ledger));
        settled.forEach(settlement -> {
            Obligation obligation = Objects.requireNonNull(reopened.get(settlement.obligation()));
            if (obligation.status() == ObligationStatus.SETTLED) {
                events.add(ObligationEvents.reopened(obligation, settlement.amount(), bookedOn, reversal.id()));
            }
        });
        journal.make(reversal, callers.current().subject(), events);
        receipts.settle(
                reversal.id(),
                entry.document(),
                settled.stream()
                        .map(settlement -> new Settlement(
                                settlement.obligation(), settlement.amount().negated()))
                        .toList());
        return reversal;
    }

    private EntryDraft takeBackSpending(EntryView entry, Ledger ledger, LocalDate bookedOn, ExpenditureStep step) {
        expenditures.lock(entry.document());
        Expenditure expenditure =
                expenditures.find(entry.document()).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        if (expenditure.stage().after(step, expenditure.approvalsNeeded()).isEmpty()) {
            throw Refusal.of(FundingProblem.EXPENDITURE_STAGE)
                    .with("stage", expenditure.stage())
                    .with("wanted", step);
        }
        // Released before the payment came back, money would for some days be available and paid at once.
        requireNotBefore(entries.lastBookedOf(entry.document()), bookedOn);
        requireNotRefunded(expenditure, step, bookedOn);
        takenBack.fire(new TakenBack(expenditure.id(), step));
        if (step == ExpenditureStep.RETURNED) {
            moving.fire(new MoneyMoving(expenditure.id()));
        }
        Optional<Drawdown> givenBack = drawing.lockDrawnBy(entry);
        funds.lock(List.of(expenditure.fund()));
        List<Posting> opposite = OppositeBooking.of(entry.postings());
        EntryDraft reversal =
                draft(entry, bookedOn, givenBack.isPresent() ? opposite : Drawing.intoAvailable(opposite));
        String by = callers.current().subject();
        journal.make(reversal, by, List.of(reversed(reversal, entry, ledger)));
        givenBack.ifPresent(drawdown -> drawing.givenBack(reversal.id(), drawdown));
        expenditures.take(expenditure.id(), step, by, null, reversal.id());
        if (step == ExpenditureStep.RETURNED) {
            moved.fire(new MoneyMoved(expenditure.id()));
        }
        return reversal;
    }

    /** What its payee paid back would come in twice. */
    private void requireNotRefunded(Expenditure expenditure, ExpenditureStep step, LocalDate bookedOn) {
        if (step != ExpenditureStep.RETURNED) {
            return;
        }
        if (expenditure.refunded().isPositive()) {
            throw Refusal.of(FundingProblem.PAYMENT_REFUNDED)
                    .with("refunded", expenditure.refunded())
                    .with("paid", expenditure.amount());
        }
        // A refund that was taken back later stood until then.
        expenditures
                .paidFrom(expenditure.id(), expenditure.amount())
                .ifPresent(earliest -> requireNotBefore(earliest, bookedOn));
    }

    private EntryDraft takeBackReturn(EntryView entry, Ledger ledger, LocalDate bookedOn, ReturnStep step) {
        FundReturn owed = returns.lock(entry.document());
        owed.require(step);
        // As with expenditures: what is owed back still is not available before its payment bounced.
        requireNotBefore(entries.lastBookedOf(entry.document()), bookedOn);
        funds.lock(List.of(owed.fund()));
        EntryDraft reversal = draft(entry, bookedOn, OppositeBooking.of(entry.postings()));
        String by = callers.current().subject();
        journal.make(reversal, by, List.of(reversed(reversal, entry, ledger)));
        returns.take(owed.id(), step, by, null, reversal.id());
        return reversal;
    }

    /** Where money would go out of a fund again, it must still be there. */
    private EntryDraft takeBackWhatIsAvailable(EntryView entry, Ledger ledger, LocalDate bookedOn) {
        List<Posting> opposite = OppositeBooking.of(entry.postings());
        moving.fire(new MoneyMoving(entry.document()));
        funds.lock(OppositeBooking.funds(opposite));
        OppositeBooking.takenFromAvailable(opposite)
                .forEach((fund, amount) -> fundDays.requireAvailable(fund, amount, bookedOn));
        EntryDraft reversal = draft(entry, bookedOn, opposite);
        journal.make(reversal, callers.current().subject(), List.of(reversed(reversal, entry, ledger)));
        moved.fire(new MoneyMoved(entry.document()));
        return reversal;
    }

    private static EntryDraft draft(EntryView entry, LocalDate bookedOn, List<Posting> postings) {
        return EntryDraft.reversing(entry.id(), entry.ledger(), bookedOn, entry.document(), postings);
    }

    private static EntryReversed reversed(EntryDraft reversal, EntryView entry, Ledger ledger) {
        return new EntryReversed(
                reversal.id().toString(),
                entry.id().toString(),
                ledger.id().toString(),
                ledger.division().value(),
                reversal.bookedOn());
    }
}
