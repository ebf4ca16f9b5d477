package cn.shequ.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * How long a thread stands still that never waits, with one such thread for each core: whatever else runs on them, or
 * takes them from the machine, would have made an answer wait as well.
 *
 * @param bound what an answer may take at most
 * @param still the share of the time in which it stood still
 * @param late the share of all moments at which it was still to stand for longer than the bound
 */
public record Hiccups(Duration bound, double still, double late) {

    /** What takes less is an interrupt. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    public static Hiccups measure(Duration duration, Duration bound) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            List<Callable<long[]>> looking = new ArrayList<>();
            for (int core = 0; core < cores; core++) {
                looking.add(() -> gaps(duration, System::nanoTime));
            }
            LongStream all = LongStream.empty();
            for (Future<long[]> gaps : threads.invokeAll(looking)) {
                all = LongStream.concat(all, LongStream.of(gaps.get()));
            }
            return of(all.toArray(), duration.multipliedBy(cores), bound);
        }
    }

    /** @param gaps in nanoseconds */
    static Hiccups of(long[] gaps, Duration duration, Duration bound) {
        double still = LongStream.of(gaps).sum();
        double late = LongStream.of(gaps)
                .map(gap -> Math.max(0, gap - bound.toNanos()))
                .sum();
        return new Hiccups(bound, still / duration.toNanos(), late / duration.toNanos());
    }

    /** @param clock in nanoseconds */
    static long[] gaps(Duration duration, LongSupplier clock) {
        LongStream.Builder gaps = LongStream.builder();
        long before = clock.getAsLong();
        long end = before + duration.toNanos();
        while (before < end) {
            long now = clock.getAsLong();
            if (now - before >= SHORTEST.toNanos()) {
                gaps.add(now - before);
            }
            before = now;
        }
        return gaps.build().toArray();
    }

    /** In words. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "a thread that never waits stands still %.1f%% of the time, and at %.1f%% of all moments for more than %d ms",
                100 * still,
                100 * late,
                bound.toMillis());
    }
}
