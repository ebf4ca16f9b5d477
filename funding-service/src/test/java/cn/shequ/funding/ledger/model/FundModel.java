package cn.shequ.funding.ledger.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** One fund of the model: what moved on which day, in fen. */
final class FundModel {

    final UUID id;
    final LocalDate spendBy;
    private final NavigableMap<LocalDate, Long> available = new TreeMap<>();
    private final NavigableMap<LocalDate, Long> committed = new TreeMap<>();
    private long receivable;
    private long spent;

    FundModel(UUID id, LocalDate spendBy) {
        this.id = id;
        this.spendBy = spendBy;
    }

    /** How much of it makes good what the payer owes since an earlier receipt bounced. */
    void receive(LocalDate day, long amount) {
        long madeGood = Math.min(receivable, amount);
        receivable -= madeGood;
        if (amount > madeGood) {
            available.merge(day, amount - madeGood, Long::sum);
        }
    }

    /** What is no longer there becomes receivable. */
    void bounce(LocalDate day, long amount) {
        long taken = Math.min(availableFrom(day), amount);
        receivable += amount - taken;
        if (taken > 0) {
            available.merge(day, -taken, Long::sum);
        }
    }

    void reserve(LocalDate day, long amount) {
        available.merge(day, -amount, Long::sum);
        committed.merge(day, amount, Long::sum);
    }

    /** Also back, with a negative amount. */
    void pay(LocalDate day, long amount) {
        committed.merge(day, -amount, Long::sum);
        spent += amount;
    }

    /** The least closing from the day on. */
    long availableFrom(LocalDate day) {
        long closing = sum(available.headMap(day, true));
        long least = closing;
        for (long moved : available.tailMap(day, false).values()) {
            closing += moved;
            least = Math.min(least, closing);
        }
        return least;
    }

    /** Its part of the bank account. */
    long cash() {
        return available() + committed() - receivable;
    }

    long available() {
        return sum(available);
    }

    long committed() {
        return sum(committed);
    }

    long receivable() {
        return receivable;
    }

    long spent() {
        return spent;
    }

    /** Every day on which it moved, with what it closed at: available, committed. */
    NavigableMap<LocalDate, Closing> closings() {
        NavigableMap<LocalDate, Closing> closings = new TreeMap<>();
        available.keySet().forEach(day -> closings.put(day, closing(day)));
        committed.keySet().forEach(day -> closings.put(day, closing(day)));
        return closings;
    }

    private Closing closing(LocalDate day) {
        return new Closing(sum(available.headMap(day, true)), sum(committed.headMap(day, true)));
    }

    record Closing(long available, long committed) {}

    private static long sum(Map<LocalDate, Long> moved) {
        return moved.values().stream().mapToLong(Long::longValue).sum();
    }
}
