package cn.shequ.benchmarks.funding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Clients that post as fast as they are answered, each on a thread and a connection of its own. */
final class Load {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(120);

    private Load() {}

    static Histogram histogram() {
        return new Histogram(LONGEST_NANOS, 3);
    }

    /** @param processes whose processor time is counted beside the load generator's own */
    static Run run(int clients, Duration duration, Poster.Opening opening, Processes processes) throws Exception {
        List<Poster> posters = new ArrayList<>();
        try {
            for (int i = 0; i < clients; i++) {
                posters.add(opening.open());
            }
            return run(posters, duration, processes);
        } finally {
            for (Poster poster : posters) {
                poster.close();
            }
        }
    }

    /** The same with posters that stay open. */
    static Run run(List<? extends Poster> posters, Duration duration, Processes processes) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<FutureTask<Histogram>> tasks = new ArrayList<>();
        for (Poster poster : posters) {
            FutureTask<Histogram> task = new FutureTask<>(() -> {
                start.await();
                return postUntil(poster, System.nanoTime() + duration.toNanos());
            });
            Thread.ofPlatform().daemon().name("client").start(task);
            tasks.add(task);
        }
        Processes.Used before = processes.used();
        long began = System.nanoTime();
        start.countDown();
        Histogram all = histogram();
        try {
            for (FutureTask<Histogram> task : tasks) {
                all.add(task.get(duration.toSeconds() + 120, TimeUnit.SECONDS));
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return Run.of(all, seconds, processes.used().since(before));
    }

    private static Histogram postUntil(Poster poster, long deadline) throws Exception {
        Histogram histogram = histogram();
        long began = System.nanoTime();
        while (began < deadline && poster.post()) {
            long ended = System.nanoTime();
            histogram.recordValue(ended - began);
            began = ended;
        }
        return histogram;
    }
}
