package cn.shequ.kit.memory;

import cn.shequ.kit.worker.Worker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what other processes changed: triggers name the place of each change on a channel when it is committed. That a
 * connection is silent does not show that nothing was changed, so the server is asked for a word again and again: by the time
 * at which it answers, everything was heard that had been committed when it was asked.
 */
final class Watch implements Worker.Session {

    static final String CHANNEL = "changed";

    /** How long after the last word that was answered its silence is believed. */
    static final Duration BOUND = Duration.ofMillis(500);

    private static final int BETWEEN_WORDS_MILLIS = 100;

    private final Connections connections;
    private final Stamps stamps;
    private volatile @Nullable Long heardAt;

    /** Opens the connection that is listened on. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    Watch(Connections connections, Stamps stamps) {
        this.connections = connections;
        this.stamps = stamps;
    }

    /** Whether everything was heard that was committed longer than {@link #BOUND} ago. */
    boolean isSure() {
        Long heard = heardAt;
        return heard != null && System.nanoTime() - heard < BOUND.toNanos();
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
                heardAt = asked;
                hear(postgres.getNotifications(BETWEEN_WORDS_MILLIS));
            }
        } finally {
            heardAt = null;
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
