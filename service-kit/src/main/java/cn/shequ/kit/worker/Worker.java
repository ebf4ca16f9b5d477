package cn.shequ.kit.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One thread that runs a session again and again until it is closed. A session that fails, because a connection was
 * lost or a server is away, is followed by a pause and a new session; the service itself never fails with it.
 */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_ON_CLOSING = Duration.ofSeconds(8);

    private final String name;
    private final Session session;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private Duration pause = SHORTEST_PAUSE;

    /** What the thread does, with resources of its own that it releases before it returns or throws. */
    @FunctionalInterface
    public interface Session {
        void run(Turns turns) throws Exception;
    }

    /** What a session asks before every turn of its work. */
    public interface Turns {
        /** Whether to go on; asking a second time also tells that a turn went well. */
        boolean next();
    }

    public Worker(String name, Session session) {
        this.name = name;
        this.session = session;
        this.thread = Thread.ofPlatform().name("shequ-" + name).daemon().unstarted(this::work);
    }

    public Worker start() {
        thread.start();
        return this;
    }

    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void work() {
        while (!isClosed()) {
            try {
                session.run(new CountedTurns());
            } catch (InterruptedException e) {
                LOG.debugf("%s was interrupted", name);
            } catch (Exception e) {
                if (!isClosed()) {
                    LOG.warnf("%s starts again in %d ms after: %s", name, pause.toMillis(), e);
                    LOG.debug(name, e);
                }
            }
            rest();
        }
    }

    private final class CountedTurns implements Turns {
        private boolean started;

        @Override
        public boolean next() {
            if (started) {
                pause = SHORTEST_PAUSE;
            }
            started = true;
            return !isClosed() && !Thread.currentThread().isInterrupted();
        }
    }

    private void rest() {
        try {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            LOG.debugf("%s was interrupted", name);
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Asks the session to end after its present turn, without waiting for it. */
    public void stop() {
        closed.countDown();
    }

    /** Lets the present turn come to its end, and interrupts it when it takes too long. */
    @Override
    public void close() {
        stop();
        try {
            if (!thread.join(PATIENCE_ON_CLOSING)) {
                thread.interrupt();
                thread.join(PATIENCE_ON_CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
