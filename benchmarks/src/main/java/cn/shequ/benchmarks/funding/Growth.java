package cn.shequ.benchmarks.funding;

import static java.util.Objects.requireNonNull;

import cn.shequ.localstack.postgres.Sizing;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether anything becomes slower because the log grew: each operation in turns on a service with 100,000 events and on one with
 * very many, both warmed up. What grows is told by {@link History}.
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
        try (Filled many = Filled.start(
                        options, options.kept() == null ? data.resolve("large") : options.kept(), most, out);
                Filled few = Filled.start(options, data.resolve("small"), small, out)) {
            many.warmUp();
            few.warmUp();
            out.println();
            out.printf(
                    Locale.ROOT,
                    "| operation | at %,d events | at %,d | %,d times as many cost | again: at %1$,d | at %2$,d | cost |%n"
                            + "|---|---|---|---|---|---|---|%n",
                    small,
                    most,
                    most / small);
            Map<String, Round> ofMany = many.rounds();
            for (Map.Entry<String, Round> ofFew : few.rounds().entrySet()) {
                out.println(row(ofFew.getKey(), ofFew.getValue(), requireNonNull(ofMany.get(ofFew.getKey()))));
            }
        }
    }

    /** In turns, so that what the machine does meanwhile meets both; each once before it counts. */
    private String row(String operation, Round few, Round many) throws Exception {
        few.run();
        many.run();
        List<Figure> before = new ArrayList<>();
        List<Figure> after = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            before.add(few.run());
            after.add(many.run());
        }
        return "| " + operation + " | " + Figure.compared(Figure.median(before), Figure.median(after)) + " |";
    }

    /** A service with its log of some size. */
    private record Filled(Bench bench, GrowingWrites writes, Operations reads) implements AutoCloseable {

        static Filled start(BenchOptions options, Path data, long events, PrintStream out) throws Exception {
            Files.createDirectories(data);
            Bench bench = Bench.start(options, data, Sizing.SERVER);
            try {
                Fill fill = new Fill(bench, out, options.events(), small(options.events()));
                fill.to(events);
                Operations reads = new Operations(bench, fill);
                reads.requireSound();
                return new Filled(bench, new GrowingWrites(bench, fill, out), reads);
            } catch (Exception e) {
                bench.close();
                throw e;
            }
        }

        void warmUp() throws Exception {
            writes.warmUp();
        }

        Map<String, Round> rounds() {
            Map<String, Round> rounds = new LinkedHashMap<>(writes.rounds());
            rounds.putAll(reads.rounds());
            return rounds;
        }

        @Override
        public void close() throws Exception {
            reads.close();
            bench.close();
        }
    }
}
