package cn.shequ.benchmarks.funding;

import static java.util.Objects.requireNonNull;

import cn.shequ.localstack.postgres.Sizing;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether anything becomes slower because the log grew: each operation at 100,000 events and at very many, one after the
 * other, each time with a service that has just started and was warmed up. What grows is told by {@link History}.
 */
final class Growth {

    private static final long SMALL = 100_000;
    private static final int AT_LEAST = 10;

    private final BenchOptions options;
    private final PrintStream out;

    Growth(BenchOptions options, PrintStream out) {
        this.options = options;
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

    /** @param data for what is not kept */
    void measure(Path data) throws Exception {
        long most = options.events();
        long small = small(most);
        Map<String, Figure> before = measured(small, data.resolve("small"));
        Map<String, Figure> after = measured(most, options.kept() == null ? data.resolve("large") : options.kept());
        out.println();
        out.printf(
                Locale.ROOT,
                "| operation | at %,d events | at %,d | %,d times as many cost | again: at %1$,d | at %2$,d | cost |%n"
                        + "|---|---|---|---|---|---|---|%n",
                small,
                most,
                most / small);
        after.forEach((operation, figure) -> out.println("| " + operation + " | "
                + Figure.compared(requireNonNull(before.get(operation), operation), figure) + " |"));
    }

    /** Each at least once before it counts: the JVM and the pages of indexes are warm at both sizes. */
    private Map<String, Figure> measured(long events, Path data) throws Exception {
        Files.createDirectories(data);
        try (Bench bench = Bench.start(options, data, Sizing.SERVER)) {
            Fill fill = new Fill(bench, out, options.events(), small(options.events()));
            fill.to(events);
            new Posting(bench, out).warmUp();
            try (Operations operations = new Operations(bench, fill)) {
                operations.requireSound();
                Map<String, Figure> figures = new LinkedHashMap<>(new GrowingWrites(bench, fill).measure());
                figures.putAll(operations.measure());
                return figures;
            }
        }
    }
}
