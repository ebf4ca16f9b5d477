package cn.shequ.benchmarks.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Load at an even pace, whether or not it is answered in time: what one takes is counted from the moment at which it was to
 * begin, so that whoever waits behind a slow answer counts as slow, too. One thread asks for all clients: a thread for each
 * would be woken twice for every request, and take from the service much of the cores that they share.
 */
public final class OpenLoop {

    /** So long clients ask before it counts: what their connections take to come into step is no answer's time. */
    private static final Duration LEAD = Duration.ofSeconds(2);
    /** So long the thread rests before it looks again at what is due and what is answered; that counts as an answer's time. */
    private static final long REST = TimeUnit.MICROSECONDS.toNanos(200);
    /** Who is not answered for so long is waited for, as long as the client waits. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Deque<Client.Patient> idle;
    private final Deque<Begun> begun = new ArrayDeque<>();
    private final Histogram histogram = Load.histogram();

    private record Begun(Client.Patient client, long due) {}

    OpenLoop(Collection<? extends Client.Patient> clients) {
        this.idle = new ArrayDeque<>(clients);
    }

    /** @param perSecond all clients together; whoever is free asks next */
    public static Run run(
            Collection<? extends Client.Patient> clients, double perSecond, Duration duration, Processes processes)
            throws Exception {
        // Clients stand still while this process collects its garbage, and that would count as the service's time: they
        // begin with none, and with all that stays where no short collection copies it.
        System.gc();
        long gap = (long) (1e9 / perSecond);
        new OpenLoop(clients).pace(gap, LEAD);
        Processes.Used before = processes.used();
        long began = System.nanoTime();
        Histogram waited = new OpenLoop(clients).pace(gap, duration);
        return Run.of(
                waited, (System.nanoTime() - began) / 1e9, processes.used().since(before));
    }

    /**
     * Asks for everything that becomes due within the time.
     *
     * @return how long each took, when all are answered
     */
    Histogram pace(long gap, Duration duration) throws Exception {
        long due = System.nanoTime();
        long end = due + duration.toNanos();
        while (due < end || !begun.isEmpty()) {
            for (; due < end && due <= System.nanoTime() && !idle.isEmpty(); due += gap) {
                Client.Patient client = idle.remove();
                client.begin();
                begun.add(new Begun(client, due));
            }
            takeAnswers();
            LockSupport.parkNanos(REST);
        }
        return histogram;
    }

    private void takeAnswers() throws Exception {
        for (Iterator<Begun> all = begun.iterator(); all.hasNext(); ) {
            Begun each = all.next();
            if (each.client().isAnswered() || System.nanoTime() - each.due() > PATIENCE) {
                each.client().end();
                histogram.recordValue(System.nanoTime() - each.due());
                all.remove();
                idle.add(each.client());
            }
        }
    }
}
