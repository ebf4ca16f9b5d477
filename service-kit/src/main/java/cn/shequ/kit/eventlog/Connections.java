package cn.shequ.kit.eventlog;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens a connection of a worker's own. */
@FunctionalInterface
interface Connections {
    Connection open() throws SQLException;
}
