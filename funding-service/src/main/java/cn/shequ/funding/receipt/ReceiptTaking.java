package cn.shequ.funding.receipt;

import cn.shequ.events.EventData;
import cn.shequ.events.Parts;
import cn.shequ.events.funding.ReceiptPosted;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.EntryHead;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.obligation.Obligation;
import cn.shequ.funding.obligation.ObligationEvents;
import cn.shequ.funding.obligation.Obligations;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Takes money into a ledger (Art. 16): it settles what its payer owes, and what is left goes to the fund that is named for
 * it. Locks are taken in one order, obligations before funds and each by their ids, so that nobody waits in a circle.
 */
@ApplicationScoped
public class ReceiptTaking {

    private static final int MOST_OBLIGATIONS = 500;

    private final Ledgers ledgers;
    private final BookingDays days;
    private final Obligations obligations;
    private final Funds funds;
    private final FundDays fundDays;
    private final Receipts receipts;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    ReceiptTaking(
            Ledgers ledgers,
            BookingDays days,
            Obligations obligations,
            Funds funds,
            FundDays fundDays,
            Receipts receipts,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.ledgers = ledgers;
        this.days = days;
        this.obligations = obligations;
        this.funds = funds;
        this.fundDays = fundDays;
        this.receipts = receipts;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    public Receipt take(NewReceipt wanted) {
        Ledger ledger = ledgers.toActOn(wanted.ledger());
        days.require(ledger.id(), wanted.bookedOn());
        UUID id = Ids.next();
        String by = callers.current().subject();
        requireNewBankLine(id, wanted, by);

        List<Settling.Part> parts = settle(wanted);
        Money rest = wanted.amount().minus(Settling.total(parts));
        requirePurpose(wanted, rest);
        SortedMap<UUID, Money> byFund = byFund(parts);
        if (rest.isPositive() && wanted.fund() != null) {
            byFund.merge(fundForTheRest(wanted.fund(), ledger), rest, Money::plus);
        }
        EntryHead entry = new EntryHead(Ids.next(), ledger.id(), wanted.bookedOn(), EntryKind.RECEIPT, id, null);
        journal.make(entry, by, events(id, entry.id(), ledger, wanted, parts), () -> {
            funds.lock(byFund.keySet());
            return ReceiptBooking.postings(
                    wanted.payer(), byFund, fundDays.receivable(byFund.keySet(), wanted.payer()));
        });
        List<Settlement> settlements = parts.stream()
                .map(part -> new Settlement(part.obligation().id(), part.amount()))
                .toList();
        receipts.settle(entry.id(), id, settlements);
        return new Receipt(
                id,
                ledger.id(),
                wanted.payer(),
                wanted.amount(),
                wanted.bookedOn(),
                wanted.bankReference(),
                wanted.fund(),
                clock.instant(),
                entry.id(),
                null,
                settlements);
    }

    private void requireNewBankLine(UUID id, NewReceipt wanted, String by) {
        if (!receipts.add(id, wanted, by)) {
            Refusal refusal =
                    Refusal.of(FundingProblem.BANK_LINE_ALREADY_BOOKED).with("bankReference", wanted.bankReference());
            receipts.ofBankLine(wanted.ledger(), wanted.bankReference())
                    .ifPresent(first -> refusal.with("receipt", first));
            throw refusal;
        }
    }

    private List<Settling.Part> settle(NewReceipt wanted) {
        List<Settlement> named = wanted.settles();
        if (named == null || named.isEmpty()) {
            // Money for a named fund and no obligation is nobody's debt paid.
            List<Obligation> owed = named != null || wanted.fund() != null
                    ? List.of()
                    : obligations.lock(obligations.owedBy(wanted.payer(), wanted.ledger(), MOST_OBLIGATIONS));
            return Settling.oldestDueFirst(owed, wanted.amount());
        }
        requireNamedOnce(named);
        List<Obligation> found =
                obligations.lock(named.stream().map(Settlement::obligation).toList());
        List<Settling.Part> parts = Settling.asNamed(found, named, wanted.ledger(), wanted.payer());
        Money total = Settling.total(parts);
        if (total.compareTo(wanted.amount()) > 0) {
            throw Refusal.of(FundingProblem.SETTLES_MORE_THAN_RECEIVED)
                    .with("received", wanted.amount())
                    .with("settles", total);
        }
        return parts;
    }

    private static void requireNamedOnce(List<Settlement> named) {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            UUID obligation = named.get(i).obligation();
            if (!seen.add(obligation)) {
                throw Refusal.of(HttpProblem.INVALID_REQUEST)
                        .at(FieldError.of("settles[" + i + "].obligation", "duplicate", Map.of("value", obligation)));
            }
        }
    }

    private static void requirePurpose(NewReceipt wanted, Money rest) {
        if (rest.isPositive() && wanted.fund() == null) {
            throw Refusal.of(FundingProblem.RECEIPT_WITHOUT_PURPOSE)
                    .with("received", wanted.amount())
                    .with("settles", wanted.amount().minus(rest))
                    .with("withoutPurpose", rest);
        }
    }

    private UUID fundForTheRest(UUID wanted, Ledger ledger) {
        Fund fund = funds.toActOn(wanted);
        if (!fund.ledger().equals(ledger.id())) {
            throw Refusal.of(FundingProblem.FUND_OF_OTHER_LEDGER)
                    .with("fund", fund.id())
                    .with("ledgerOfFund", fund.ledger())
                    .with("ledger", ledger.id());
        }
        return fund.id();
    }

    private static SortedMap<UUID, Money> byFund(List<Settling.Part> parts) {
        SortedMap<UUID, Money> byFund = new TreeMap<>();
        parts.forEach(part -> byFund.merge(part.obligation().fund(), part.amount(), Money::plus));
        return byFund;
    }

    private static List<EventData> events(
            UUID receipt, UUID entry, Ledger ledger, NewReceipt wanted, List<Settling.Part> parts) {
        List<EventData> events = new ArrayList<>();
        List<List<ReceiptPosted.Settlement>> told = Parts.split(parts.stream()
                .map(part -> new ReceiptPosted.Settlement(
                        part.obligation().id().toString(), part.amount().toString()))
                .toList());
        for (int i = 0; i < told.size(); i++) {
            events.add(new ReceiptPosted(
                    receipt.toString(),
                    ledger.id().toString(),
                    ledger.division().value(),
                    entry.toString(),
                    wanted.payer().value(),
                    wanted.amount().toString(),
                    wanted.bookedOn(),
                    i + 1,
                    told.size(),
                    told.get(i)));
        }
        parts.stream()
                .filter(Settling.Part::completes)
                .map(part -> ObligationEvents.settled(part.obligation(), wanted.bookedOn(), receipt))
                .forEach(events::add);
        return events;
    }
}
