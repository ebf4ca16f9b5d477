package cn.shequ.benchmarks.funding;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything becomes slower because the log grew: each operation at 100,000 events and at very many, in one run. What
 * grows is told by {@link History}.
 */
final class Growth {

    private static final long SMALL = 100_000;
    private static final int AT_LEAST = 10;

    private final Bench bench;
    private final PrintStream out;

    Growth(Bench bench, PrintStream out) {
        this.bench = bench;
        this.out = out;
    }

    /** How much there is at first: 100,000 events, or a tenth where there are fewer in the end. */
    static long small(long events) {
        return Math.min(SMALL, events / AT_LEAST);
    }

    /** @throws IllegalArgumentException when the history has no whole number of generations */
    static long requireEvents(long events) {
        long small = small(events);
        if (small < History.EVENTS_OF_FUND * AT_LEAST || small % History.EVENTS_OF_FUND > 0 || events % small > 0) {
            throw new IllegalArgumentException(
                    "--events= takes 10,000 or more, and whole hundred thousands from 1,000,000 on");
        }
        return events;
    }

    void measure() throws Exception {
        long most = bench.options().events();
        long small = small(most);
        Fill fill = new Fill(bench, out, most, small);
        fill.to(small);
        new Posting(bench, out).warmUp();
        Map<String, Cost> before = measured(fill);
        fill.to(most);
        Map<String, Cost> after = measured(fill);
        out.println();
        out.printf(
                Locale.ROOT,
                "| operation | at %,d events | at %,d | %,d times as many cost |%n|---|---|---|---|%n",
                small,
                most,
                most / small);
        after.forEach((operation, cost) -> out.println(row(operation, before.get(operation), cost)));
    }

    /** Each at least once before it counts: the JVM and the pages of indexes are warm at both sizes. */
    private Map<String, Cost> measured(Fill fill) throws Exception {
        try (Operations operations = new Operations(bench, fill)) {
            operations.requireSound();
            Map<String, Cost> costs = new LinkedHashMap<>(new GrowingWrites(bench, fill).measure());
            costs.putAll(operations.measure());
            return costs;
        }
    }

    private static String row(String operation, @Nullable Cost before, Cost after) {
        if (before == null) {
            throw new IllegalStateException(operation + " was not measured before");
        }
        return "| " + operation + " | " + before + " | " + after
                + String.format(Locale.ROOT, " | %.2f |", after.millis() / before.millis());
    }
}
