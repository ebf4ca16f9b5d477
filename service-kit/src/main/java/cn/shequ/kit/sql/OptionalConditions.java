package cn.shequ.kit.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/**
 * A list with conditions that may be left out, written {@code CAST(:x AS type) IS NULL OR …}, is planned anew for what is asked
 * for. After some executions PostgreSQL would otherwise keep one plan for all of them, and that one reads the whole table.
 */
final class OptionalConditions implements StatementCustomizer {

    private static final String LEFT_OUT = ") IS NULL";

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
        if (context.getRenderedSql().contains(LEFT_OUT)) {
            // The driver names, and the server then keeps, only what it may prepare.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
