package cn.shequ.funding.receipt;

import cn.shequ.funding.batch.BatchLine;
import cn.shequ.funding.batch.BatchOrder;
import cn.shequ.funding.batch.Batches;
import cn.shequ.funding.batch.Seen;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.EntryDraft;
import cn.shequ.funding.ledger.EntryHead;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.obligation.Obligation;
import cn.shequ.funding.obligation.Obligations;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes the receipts of a batch in one transaction: everything is looked up together, each line is decided by the rules of a
 * single receipt ({@link ReceiptRules}), and all that is accepted is written by a handful of statements.
 */
@ApplicationScoped
class ReceiptBatchTaking {

    private static final int MOST_OBLIGATIONS = 20_000;
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final Batches batches;
    private final Ledgers ledgers;
    private final BookingDays days;
    private final Obligations obligations;
    private final Funds funds;
    private final FundDays fundDays;
    private final Receipts receipts;
    private final Journal journal;
    private final Callers callers;

    ReceiptBatchTaking(
            Batches batches,
            Ledgers ledgers,
            BookingDays days,
            Obligations obligations,
            Funds funds,
            FundDays fundDays,
            Receipts receipts,
            Journal journal,
            Callers callers) {
        this.batches = batches;
        this.ledgers = ledgers;
        this.days = days;
        this.obligations = obligations;
        this.funds = funds;
        this.fundDays = fundDays;
        this.receipts = receipts;
        this.journal = journal;
        this.callers = callers;
    }

    @Retried
    @Transactional
    @TransactionConfiguration(timeout = Batches.MOST_SECONDS)
    Batches.Sent take(BatchOrder<NewReceipt> order) {
        return batches.once(order, () -> {
            Asked asked = new Asked();
            List<NewReceipt> wanted = order.lines().stream()
                    .map(BatchLine::value)
                    .filter(Objects::nonNull)
                    .filter(asked::isOpen)
                    .toList();
            ReceiptBatch batch = new ReceiptBatch(asked, receipts.known(wanted), owedFor(wanted));
            order.lines().forEach(batch::decide);
            if (Batches.isToBeBooked(order, batch.results())) {
                book(batch.accepted(), callers.current().subject());
            }
            return batch.results();
        });
    }

    /** What the lines may settle, locked: named by them, or owed by their payers. */
    private List<Obligation> owedFor(List<NewReceipt> wanted) {
        Set<UUID> ids = new LinkedHashSet<>();
        Map<UUID, Set<Payer>> owing = new HashMap<>();
        for (NewReceipt receipt : wanted) {
            if (receipt.settles() != null) {
                receipt.settles().forEach(settlement -> ids.add(settlement.obligation()));
            } else if (ReceiptRules.paysWhatIsOwed(receipt)) {
                owing.computeIfAbsent(receipt.ledger(), ledger -> new LinkedHashSet<>())
                        .add(receipt.payer());
            }
        }
        owing.forEach((ledger, payers) ->
                payers.forEach(payer -> ids.addAll(obligations.owedBy(payer, ledger, MOST_OBLIGATIONS))));
        return ids.isEmpty() ? List.of() : obligations.lock(ids);
    }

    private void book(List<ReceiptBatch.Accepted> accepted, String by) {
        if (accepted.isEmpty()) {
            return;
        }
        if (receipts.addAll(accepted, by) < accepted.size()) {
            // Somebody booked one of these lines a moment ago; a new run will find it.
            throw Refusal.of(HttpProblem.BUSY).retryAfter(SHORTLY);
        }
        List<Long> told = journal.tell(
                accepted.stream().map(ReceiptBatch.Accepted::events).toList());
        Set<UUID> moved = accepted.stream()
                .flatMap(receipt -> receipt.byFund().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        funds.lock(moved);
        journal.makeAll(drafts(accepted, moved), by, told);
        receipts.settleAll(accepted);
    }

    private List<EntryDraft> drafts(List<ReceiptBatch.Accepted> accepted, Set<UUID> moved) {
        Map<Payer, Map<UUID, Money>> receivable = new HashMap<>();
        List<EntryDraft> drafts = new ArrayList<>(accepted.size());
        for (ReceiptBatch.Accepted receipt : accepted) {
            Map<UUID, Money> owedBack = receivable.computeIfAbsent(
                    receipt.wanted().payer(), payer -> new HashMap<>(fundDays.receivable(moved, payer)));
            drafts.add(new EntryDraft(
                    new EntryHead(
                            receipt.entry(),
                            receipt.ledger().id(),
                            receipt.wanted().bookedOn(),
                            EntryKind.RECEIPT,
                            receipt.id(),
                            null),
                    ReceiptBooking.postings(receipt.wanted().payer(), receipt.byFund(), owedBack)));
            receipt.byFund()
                    .forEach((fund, amount) ->
                            owedBack.computeIfPresent(fund, (key, owed) -> owed.minus(owed.min(amount))));
        }
        return drafts;
    }

    /** Asks for each ledger, period and fund once. */
    private final class Asked implements ReceiptBatch.Lookups {

        private final Seen<UUID, Ledger> openLedgers = new Seen<>();
        private final Seen<Day, Day> openDays = new Seen<>();
        private final Seen<UUID, Fund> fundsToActOn = new Seen<>();

        private record Day(UUID ledger, LocalDate day) {}

        boolean isOpen(NewReceipt wanted) {
            try {
                openOn(wanted);
                return true;
            } catch (Refusal refused) {
                return false;
            }
        }

        @Override
        public Ledger openOn(NewReceipt wanted) {
            Ledger ledger = openLedgers.once(wanted.ledger(), () -> ledgers.toActOn(wanted.ledger()));
            Day day = new Day(ledger.id(), wanted.bookedOn());
            openDays.once(day, () -> {
                days.require(day.ledger(), day.day());
                return day;
            });
            return ledger;
        }

        @Override
        public Fund fund(UUID id) {
            return fundsToActOn.once(id, () -> funds.toActOn(id));
        }
    }
}
