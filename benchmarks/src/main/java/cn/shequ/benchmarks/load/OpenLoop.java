package cn.shequ.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Load at an even pace, whether or not it is answered in time: what one takes is counted from the moment at which it was to
 * begin, so that whoever waits behind a slow answer counts as slow, too.
 */
public final class OpenLoop {

    /** So long clients have to be there before the first is due: what their start takes is no answer's time. */
    private static final Duration LEAD = Duration.ofMillis(200);

    private OpenLoop() {}

    /**
     * Runs clients side by side, each with its share of the pace.
     *
     * @param perSecond all of them together
     */
    public static Run run(List<? extends Client> clients, double perSecond, Duration duration, Processes processes)
            throws Exception {
        Processes.Used before = processes.used();
        long began = System.nanoTime() + LEAD.toNanos();
        long gap = (long) (1e9 * clients.size() / perSecond);
        List<FutureTask<Histogram>> tasks = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            Client client = clients.get(i);
            long first = began + gap * i / clients.size();
            FutureTask<Histogram> task = new FutureTask<>(() -> pace(client, first, gap, began + duration.toNanos()));
            Thread.ofPlatform().daemon().name("client").start(task);
            tasks.add(task);
        }
        Histogram all = Load.histogram();
        try {
            for (FutureTask<Histogram> task : tasks) {
                all.add(task.get(duration.toSeconds() + 120, TimeUnit.SECONDS));
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
        return Run.of(all, (System.nanoTime() - began) / 1e9, processes.used().since(before));
    }

    static Histogram pace(Client client, long first, long gap, long end) throws Exception {
        Histogram histogram = Load.histogram();
        for (long due = first; due < end; due += gap) {
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            if (!client.once()) {
                return histogram;
            }
            histogram.recordValue(System.nanoTime() - due);
        }
        return histogram;
    }
}
