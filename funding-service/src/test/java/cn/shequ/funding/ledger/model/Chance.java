package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.Calls.TODAY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** What is left to chance, always near where it matters. */
final class Chance {

    private static final List<Integer> DAYS_AGO = List.of(-1, 0, 0, 0, 1, 5, 20, 40, 70);

    private final RandomGenerator random;

    Chance(RandomGenerator random) {
        this.random = random;
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    LocalDate day() {
        return TODAY.minusDays(any(DAYS_AGO));
    }

    /** Up to 120,000.00. */
    long amount() {
        return 1 + random.nextLong(12_000_000);
    }

    /** Often just what there is, or a fen more. */
    long amountNear(long limit) {
        long there = Math.max(0, limit);
        return switch (random.nextInt(5)) {
            case 0 -> Math.max(1, there);
            case 1 -> there + 1;
            default -> 1 + random.nextLong(Math.max(1, there + there / 4));
        };
    }

    @SafeVarargs
    final <T> T any(T... choices) {
        return any(Arrays.asList(choices));
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Mostly one that fits: unlawful commands come by themselves, lawful ones need the right moment. */
    <T> T mostly(List<T> choices, Predicate<T> fitting) {
        List<T> fit = choices.stream().filter(fitting).toList();
        return fit.isEmpty() || oneIn(4) ? any(choices) : any(fit);
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
