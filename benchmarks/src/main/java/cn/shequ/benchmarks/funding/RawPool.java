package cn.shequ.benchmarks.funding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Connections for the raw limit that stay open between runs, as the service's do: a new one first reads the catalogue and
 * plans each statement of each trigger, and a short run would measure little else.
 */
final class RawPool {

    interface Opening {
        Connection open() throws SQLException;
    }

    private final Opening opening;
    private final Deque<Connection> idle = new ArrayDeque<>();

    RawPool(Opening opening) {
        this.opening = opening;
    }

    Connection take() throws SQLException {
        Connection connection = idle.poll();
        return connection == null ? opening.open() : connection;
    }

    void giveBack(Connection connection) {
        idle.push(connection);
    }
}
