package cn.shequ.kit.eventlog;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/** Lets bytes come as bytes. Otherwise the driver takes the first results of a statement as hexadecimal text. */
enum BinaryTransfer implements StatementCustomizer {
    FROM_THE_FIRST;

    private static final int FORCED = -1;

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(FORCED);
    }
}
