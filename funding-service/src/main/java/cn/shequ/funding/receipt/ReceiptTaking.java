package cn.shequ.funding.receipt;

import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.EntryHead;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.obligation.Obligations;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
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
        Money rest = ReceiptRules.rest(wanted, parts);
        SortedMap<UUID, Money> byFund = ReceiptRules.byFund(parts);
        if (rest.isPositive() && wanted.fund() != null) {
            byFund.merge(fundForTheRest(wanted.fund(), ledger), rest, Money::plus);
        }
        EntryHead entry = new EntryHead(Ids.next(), ledger.id(), wanted.bookedOn(), EntryKind.RECEIPT, id, null);
        journal.make(entry, by, ReceiptRules.events(id, entry.id(), ledger, wanted, parts), () -> {
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
            Refusal refusal = ReceiptRules.alreadyBooked(wanted);
            receipts.ofBankLine(wanted.ledger(), wanted.bankReference())
                    .ifPresent(first -> refusal.with("receipt", first));
            throw refusal;
        }
    }

    private List<Settling.Part> settle(NewReceipt wanted) {
        List<Settlement> named = wanted.settles();
        if (named != null) {
            return ReceiptRules.settle(
                    wanted,
                    obligations.lock(named.stream().map(Settlement::obligation).toList()));
        }
        return ReceiptRules.settle(
                wanted,
                ReceiptRules.paysWhatIsOwed(wanted)
                        ? obligations.lock(obligations.owedBy(wanted.payer(), wanted.ledger(), MOST_OBLIGATIONS))
                        : List.of());
    }

    private UUID fundForTheRest(UUID wanted, Ledger ledger) {
        Fund fund = funds.toActOn(wanted);
        ReceiptRules.requireFundOf(ledger, fund);
        return fund.id();
    }
}
