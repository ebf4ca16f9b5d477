package cn.shequ.funding.ledger.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** An amount in fen as it moved, day by day. */
final class Daily {

    private final NavigableMap<LocalDate, Long> moved = new TreeMap<>();

    void add(LocalDate day, long amount) {
        if (amount != 0) {
            moved.merge(day, amount, Long::sum);
        }
    }

    Set<LocalDate> days() {
        return moved.keySet();
    }

    long total() {
        return sum(moved.values());
    }

    long closing(LocalDate day) {
        return sum(moved.headMap(day, true).values());
    }

    /** The least closing from the day on: so much of it is left whatever happened later. */
    long leastFrom(LocalDate day) {
        long closing = closing(day);
        long least = closing;
        for (long each : moved.tailMap(day, false).values()) {
            closing += each;
            least = Math.min(least, closing);
        }
        return least;
    }

    private static long sum(Collection<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }
}
