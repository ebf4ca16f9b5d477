package cn.shequ.funding.receipt;

import cn.shequ.events.EventData;
import cn.shequ.funding.batch.BatchLine;
import cn.shequ.funding.batch.LineResult;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.obligation.Obligation;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;

/**
 * The receipts of a batch while they are decided, one after the other as if each had come alone: what an earlier line settles
 * is settled for a later one.
 */
final class ReceiptBatch {

    /** A receipt that can be booked. */
    record Accepted(
            UUID id,
            UUID entry,
            Ledger ledger,
            NewReceipt wanted,
            List<Settling.Part> parts,
            SortedMap<UUID, Money> byFund,
            List<EventData> events) {}

    /** A line of the bank, by the ledger that has it. */
    record BankLine(UUID ledger, String reference) {}

    /** What is looked up, once for everything alike. */
    interface Lookups {
        Ledger openOn(NewReceipt wanted);

        Fund fund(UUID id);
    }

    private final Lookups lookups;
    private final Map<BankLine, KnownReceipt> known;
    private final Map<UUID, Obligation> obligations = new LinkedHashMap<>();
    private final Map<Owing, Deque<UUID>> owed = new HashMap<>();
    private final Map<BankLine, UUID> taken = new HashMap<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<LineResult> results = new ArrayList<>();

    private record Owing(UUID ledger, Payer payer) {}

    /**
     * @param known what is booked already of the batch's lines
     * @param obligations everything that may be settled, the oldest due first
     */
    ReceiptBatch(Lookups lookups, Map<BankLine, KnownReceipt> known, List<Obligation> obligations) {
        this.lookups = lookups;
        this.known = known;
        obligations.forEach(obligation -> {
            this.obligations.put(obligation.id(), obligation);
            owed.computeIfAbsent(new Owing(obligation.ledger(), obligation.payer()), owing -> new ArrayDeque<>())
                    .add(obligation.id());
        });
    }

    List<Accepted> accepted() {
        return accepted;
    }

    List<LineResult> results() {
        return results;
    }

    void decide(BatchLine<NewReceipt> line) {
        NewReceipt wanted = line.value();
        if (wanted == null) {
            results.add(LineResult.refused(line.number(), null, Objects.requireNonNull(line.refusal())));
            return;
        }
        try {
            results.add(decide(line.number(), wanted));
        } catch (Refusal refused) {
            results.add(LineResult.refused(line.number(), wanted.bankReference(), refused));
        }
    }

    private LineResult decide(int line, NewReceipt wanted) {
        Ledger ledger = lookups.openOn(wanted);
        BankLine bankLine = new BankLine(ledger.id(), wanted.bankReference());
        KnownReceipt before = known.get(bankLine);
        if (before != null && before.isSameAs(wanted)) {
            return LineResult.alreadyBooked(line, wanted.bankReference(), before.id());
        }
        UUID first = before == null ? taken.get(bankLine) : before.id();
        if (first != null) {
            throw ReceiptRules.alreadyBooked(wanted).with("receipt", first);
        }
        List<Settling.Part> parts = ReceiptRules.settle(wanted, candidates(wanted));
        Money rest = ReceiptRules.rest(wanted, parts);
        SortedMap<UUID, Money> byFund = ReceiptRules.byFund(parts);
        if (rest.isPositive() && wanted.fund() != null) {
            Fund fund = lookups.fund(wanted.fund());
            ReceiptRules.requireFundOf(ledger, fund);
            byFund.merge(fund.id(), rest, Money::plus);
        }
        UUID id = Ids.next();
        UUID entry = Ids.next();
        accepted.add(new Accepted(
                id, entry, ledger, wanted, parts, byFund, ReceiptRules.events(id, entry, ledger, wanted, parts)));
        taken.put(bankLine, id);
        parts.forEach(
                part -> obligations.compute(part.obligation().id(), (key, present) -> Objects.requireNonNull(present)
                        .paying(part.amount())));
        return LineResult.booked(line, wanted.bankReference(), id);
    }

    private List<Obligation> candidates(NewReceipt wanted) {
        if (wanted.settles() != null) {
            return wanted.settles().stream()
                    .map(settlement -> obligations.get(settlement.obligation()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
        if (!ReceiptRules.paysWhatIsOwed(wanted)) {
            return List.of();
        }
        return oldest(
                owed.getOrDefault(new Owing(wanted.ledger(), wanted.payer()), new ArrayDeque<>()), wanted.amount());
    }

    /** As many of the oldest as the money reaches, so that a line does not go through thousands that it leaves alone. */
    private List<Obligation> oldest(Deque<UUID> open, Money received) {
        while (!open.isEmpty() && outstanding(open.getFirst()).isZero()) {
            open.removeFirst();
        }
        List<Obligation> reached = new ArrayList<>();
        Money left = received;
        for (Iterator<UUID> next = open.iterator(); left.isPositive() && next.hasNext(); ) {
            UUID id = next.next();
            reached.add(Objects.requireNonNull(obligations.get(id)));
            left = left.minus(outstanding(id).min(left));
        }
        return reached;
    }

    private Money outstanding(UUID obligation) {
        return Objects.requireNonNull(obligations.get(obligation)).outstanding();
    }
}
