package cn.shequ.funding.receipt;

import cn.shequ.events.EventData;
import cn.shequ.events.Parts;
import cn.shequ.events.funding.ReceiptPosted;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.obligation.Obligation;
import cn.shequ.funding.obligation.ObligationEvents;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What holds for every receipt, whether it comes alone or in a batch (Art. 16). */
final class ReceiptRules {

    private ReceiptRules() {}

    /** Money for a named fund and no obligation is nobody's debt paid; money for neither pays what its payer owes. */
    static boolean paysWhatIsOwed(NewReceipt wanted) {
        return wanted.settles() == null && wanted.fund() == null;
    }

    /** @param candidates the obligations that it names, else what its payer owes in the ledger */
    static List<Settling.Part> settle(NewReceipt wanted, List<Obligation> candidates) {
        List<Settlement> named = wanted.settles();
        if (named == null || named.isEmpty()) {
            return paysWhatIsOwed(wanted) ? Settling.oldestDueFirst(candidates, wanted.amount()) : List.of();
        }
        requireNamedOnce(named);
        List<Settling.Part> parts = Settling.asNamed(candidates, named, wanted.ledger(), wanted.payer());
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

    /** What is left goes to the fund that is named for it. */
    static Money rest(NewReceipt wanted, List<Settling.Part> parts) {
        Money rest = wanted.amount().minus(Settling.total(parts));
        if (rest.isPositive() && wanted.fund() == null) {
            throw Refusal.of(FundingProblem.RECEIPT_WITHOUT_PURPOSE)
                    .with("received", wanted.amount())
                    .with("settles", wanted.amount().minus(rest))
                    .with("withoutPurpose", rest);
        }
        return rest;
    }

    static void requireFundOf(Ledger ledger, Fund fund) {
        if (!fund.ledger().equals(ledger.id())) {
            throw Refusal.of(FundingProblem.FUND_OF_OTHER_LEDGER)
                    .with("fund", fund.id())
                    .with("ledgerOfFund", fund.ledger())
                    .with("ledger", ledger.id());
        }
    }

    static Refusal alreadyBooked(NewReceipt wanted) {
        return Refusal.of(FundingProblem.BANK_LINE_ALREADY_BOOKED).with("bankReference", wanted.bankReference());
    }

    static SortedMap<UUID, Money> byFund(List<Settling.Part> parts) {
        SortedMap<UUID, Money> byFund = new TreeMap<>();
        parts.forEach(part -> byFund.merge(part.obligation().fund(), part.amount(), Money::plus));
        return byFund;
    }

    static List<EventData> events(
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
