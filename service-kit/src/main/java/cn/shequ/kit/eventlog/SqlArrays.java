package cn.shequ.kit.eventlog;

import java.sql.Array;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** Whole columns as statement parameters, so that a batch is one statement. */
final class SqlArrays {
    private SqlArrays() {}

    /** @param type the PostgreSQL type of one element */
    static Argument of(Handle handle, String type, Object[] content) {
        return (at, statement, context) -> statement.setArray(at, array(handle, type, content));
    }

    private static Array array(Handle handle, String type, Object[] content) throws SQLException {
        return handle.getConnection().createArrayOf(type, content);
    }
}
