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

    /** So long clients ask before it counts: what their threads and connections take to come into step is no answer's time. */
    private static final Duration LEAD = Duration.ofSeconds(2);

    private OpenLoop() {}

    /**
     * Runs clients side by side, each with its share of the pace.
     *
     * @param perSecond all of them together
     */
    public static Run run(List<? extends Client> clients, double perSecond, Duration duration, Processes processes)
            throws Exception {
        List<Histogram> waited =
                clients.stream().map(client -> Load.histogram()).toList();
        // Clients stand still while this process collects its garbage, and that would count as the service's time: they
        // begin with none, and with all that stays where no short collection copies it.
        System.gc();
        long start = System.nanoTime();
        long counted = start + LEAD.toNanos();
        long gap = (long) (1e9 * clients.size() / perSecond);
        List<FutureTask<Histogram>> tasks = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            Client client = clients.get(i);
            Histogram histogram = waited.get(i);
            long first = start + gap * i / clients.size();
            FutureTask<Histogram> task =
                    new FutureTask<>(() -> pace(client, first, gap, counted, counted + duration.toNanos(), histogram));
            Thread.ofPlatform().daemon().name("client").start(task);
            tasks.add(task);
        }
        TimeUnit.NANOSECONDS.sleep(counted - System.nanoTime());
        Processes.Used before = processes.used();
        Histogram all = Load.histogram();
        try {
            for (FutureTask<Histogram> task : tasks) {
                all.add(task.get(duration.toSeconds() + 120, TimeUnit.SECONDS));
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
        return Run.of(all, (System.nanoTime() - counted) / 1e9, processes.used().since(before));
    }

    /**
     * One client's share.
     *
     * @param counted what is due before it is asked, too, and not recorded
     * @return the histogram it was given
     */
    static Histogram pace(Client client, long first, long gap, long counted, long end, Histogram histogram)
            throws Exception {
        for (long due = first; due < end; due += gap) {
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            if (!client.once()) {
                return histogram;
            }
            if (due >= counted) {
                histogram.recordValue(System.nanoTime() - due);
            }
        }
        return histogram;
    }
}
