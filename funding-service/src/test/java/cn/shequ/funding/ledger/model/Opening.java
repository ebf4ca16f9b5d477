package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.ledger.model.Document.Stage.APPROVED;
import static cn.shequ.funding.ledger.model.Document.Stage.RECORDED;
import static cn.shequ.funding.ledger.model.Document.Stage.REJECTED;
import static cn.shequ.funding.ledger.model.FundModel.Pot.AVAILABLE;

import java.time.LocalDate;
import java.util.Map;

/** What the ledger begins with: once, before anything is booked, as much as the bank states. */
final class Opening extends Document {

    private final Map<FundModel, Long> held;

    private Opening(LedgerModel ledger, LocalDate day, long amount, Map<FundModel, Long> held, String by) {
        super(ledger, amount, day, by, "opening-balance-stage");
        this.held = held;
    }

    static void record(LedgerModel ledger, LocalDate day, long bank, Map<FundModel, Long> held, String by) {
        ledger.days.require(day);
        requireNothingBooked(ledger);
        long total = held.values().stream().mapToLong(Long::longValue).sum();
        Refused.when(total != bank, "opening-balance-unequal");
        Refused.when(ledger.all(Opening.class).stream().anyMatch(each -> !each.is(REJECTED)), "opening-balance-exists");
        ledger.documents.removeIf(Opening.class::isInstance);
        ledger.documents.add(new Opening(ledger, day, bank, held, by));
    }

    private static void requireNothingBooked(LedgerModel ledger) {
        Refused.when(!ledger.entries.isEmpty(), "ledger-has-begun");
    }

    @Override
    void approve(String by) {
        require(RECORDED);
        requireOther(by);
        ledger.days.require(bookedOn);
        requireNothingBooked(ledger);
        take(by, APPROVED);
        ledger.days.begun = bookedOn;
        held.forEach((fund, fen) -> fund.add(bookedOn, fen, AVAILABLE));
        ledger.book(bookedOn, null);
    }
}
