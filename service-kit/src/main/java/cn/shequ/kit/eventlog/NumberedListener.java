package cn.shequ.kit.eventlog;

import cn.shequ.kit.worker.Worker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears of events that another process of the service numbered. */
final class NumberedListener implements Worker.Session {
    private static final int WAIT_MILLISECONDS = 1_000;

    private final Connections connections;
    private final Bell numbered;

    NumberedListener(Connections connections, Bell numbered) {
        this.connections = connections;
        this.numbered = numbered;
    }

    @Override
    public void run(Worker.Turns turns) throws SQLException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN event_log");
            // What was said while nobody listened.
            numbered.ring();
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (turns.next()) {
                PGNotification[] heard = postgres.getNotifications(WAIT_MILLISECONDS);
                if (heard != null && heard.length > 0) {
                    numbered.ring();
                }
            }
        }
    }
}
