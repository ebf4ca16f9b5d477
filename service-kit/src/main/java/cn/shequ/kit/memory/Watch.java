package cn.shequ.kit.memory;

import cn.shequ.kit.worker.Worker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what other processes changed: triggers name the place of each change on a channel when it is committed. That a
 * connection is silent does not show that nothing was changed, so the server is asked for a word again and again: by the time
 * at which it answers, everything was heard that had been committed when it was asked.
 */
final class Watch implements Worker.Session, Hearing {

    static final String CHANNEL = "changed";

    /** How long after the last word that was answered its silence is believed. */
    static final Duration BOUND = Duration.ofMillis(500);

    /** Not after a word that took as long: then the next one is wanted at once. */
    private static final Duration BETWEEN_WORDS = Duration.ofMillis(100);

    /** A server that is late with its word would be later still if everybody asked it instead. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Connections connections;
    private final Stamps stamps;
    private final Duration patience;
    private final Lock lock = new ReentrantLock();
    private final Condition word = lock.newCondition();
    private volatile @Nullable Long heardAt;

    /** Opens the connection that is listened on. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    Watch(Connections connections, Stamps stamps) {
        this(connections, stamps, PATIENCE);
    }

    /** @param patience how long a late word is waited for; not at all when it is later than that */
    Watch(Connections connections, Stamps stamps, Duration patience) {
        this.connections = connections;
        this.stamps = stamps;
        this.patience = patience;
    }

    /** Whether everything was heard that was committed longer than {@link #BOUND} ago. */
    @Override
    public boolean isSure() {
        return isHeardWithin(BOUND);
    }

    @Override
    public boolean becomesSure() {
        if (isSure()) {
            return true;
        }
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!isSure() && isHeardWithin(BOUND.plus(patience)) && left > 0) {
                left = word.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return isSure();
    }

    private boolean isHeardWithin(Duration duration) {
        Long last = heardAt;
        return last != null && System.nanoTime() - last < duration.toNanos();
    }

    /** @param asked when the server was asked for the word that it has given; null when nothing is heard any more */
    private void given(@Nullable Long asked) {
        lock.lock();
        try {
            heardAt = asked;
            word.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run(Worker.Turns turns) throws SQLException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            statement.execute("LISTEN " + CHANNEL);
            // What was said while nobody listened.
            stamps.renew(null);
            while (turns.next()) {
                long asked = System.nanoTime();
                statement.execute("SELECT 1");
                hear(postgres.getNotifications());
                given(asked);
                if (System.nanoTime() - asked < BETWEEN_WORDS.toNanos()) {
                    hear(postgres.getNotifications((int) BETWEEN_WORDS.toMillis()));
                }
            }
        } finally {
            given(null);
        }
    }

    private void hear(PGNotification @Nullable [] heard) {
        if (heard != null) {
            for (PGNotification change : heard) {
                stamps.renew(change.getParameter().isEmpty() ? null : change.getParameter());
            }
        }
    }
}
