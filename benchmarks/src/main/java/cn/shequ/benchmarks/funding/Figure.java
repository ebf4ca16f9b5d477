package cn.shequ.benchmarks.funding;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operation takes.
 *
 * @param first at a place that nobody has just read: where memory is smaller than the data, the disk is part of it
 * @param again at the same place at once, from memory: what the product itself does; null for what is not repeated
 */
record Figure(Cost first, @Nullable Cost again) {

    static Figure once(Cost cost) {
        return new Figure(cost, null);
    }

    /** Of several rounds of the same operation. */
    static Figure median(List<Figure> rounds) {
        return rounds.getFirst().again() == null
                ? once(middle(rounds, Figure::first))
                : new Figure(middle(rounds, Figure::first), middle(rounds, figure -> requireNonNull(figure.again())));
    }

    private static Cost middle(List<Figure> rounds, Function<Figure, Cost> cost) {
        return rounds.stream()
                .map(cost)
                .sorted(Comparator.comparingDouble(Cost::millis))
                .toList()
                .get(rounds.size() / 2);
    }

    /** Both as columns: what it was, what it is, how many times as much. */
    static String compared(Figure before, Figure after) {
        return compared(before.first(), after.first()) + " | "
                + (before.again() == null || after.again() == null ? "| |" : compared(before.again(), after.again()));
    }

    private static String compared(Cost before, Cost after) {
        return String.format(Locale.ROOT, "%s | %s | %.2f", before, after, after.millis() / before.millis());
    }
}
