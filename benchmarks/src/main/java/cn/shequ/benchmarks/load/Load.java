package cn.shequ.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Clients that ask as fast as they are answered, each on a thread and a connection of its own. */
public final class Load {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(120);

    private Load() {}

    public static Histogram histogram() {
        return new Histogram(LONGEST_NANOS, 3);
    }

    /** @param processes whose processor time is counted beside the load generator's own */
    public static Run run(int clients, Duration duration, Client.Opening opening, Processes processes)
            throws Exception {
        List<Client> opened = new ArrayList<>();
        try {
            for (int i = 0; i < clients; i++) {
                opened.add(opening.open());
            }
            return run(opened, duration, processes);
        } finally {
            for (Client client : opened) {
                client.close();
            }
        }
    }

    /** The same with clients that stay open. */
    public static Run run(List<? extends Client> clients, Duration duration, Processes processes) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<FutureTask<Histogram>> tasks = new ArrayList<>();
        for (Client client : clients) {
            FutureTask<Histogram> task = new FutureTask<>(() -> {
                start.await();
                return repeat(client, System.nanoTime() + duration.toNanos());
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

    private static Histogram repeat(Client client, long deadline) throws Exception {
        Histogram histogram = histogram();
        long began = System.nanoTime();
        while (began < deadline && client.once()) {
            long ended = System.nanoTime();
            histogram.recordValue(ended - began);
            began = ended;
        }
        return histogram;
    }
}
