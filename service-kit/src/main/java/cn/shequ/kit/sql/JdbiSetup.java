package cn.shequ.kit.sql;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Gives every repository the same {@link Jdbi}: value records fill columns, other records are rows whose
 * components are named like the columns; lists are planned for the conditions asked for. Inside a transaction all handles
 * share its connection.
 */
@Singleton
class JdbiSetup {

    private static final ClassValue<RowMapper<?>> ROW_MAPPERS = new ClassValue<>() {
        @Override
        protected RowMapper<?> computeValue(Class<?> row) {
            return new RecordRows<>(row);
        }
    };

    private static final RowMapperFactory ROWS =
            (type, config) -> type instanceof Class<?> row && row.isRecord() && !ValueColumns.isValue(row)
                    ? Optional.of(ROW_MAPPERS.get(row))
                    : Optional.empty();

    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
        ValueColumns values = new ValueColumns();
        Jdbi jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        jdbi.registerColumnMapper(values);
        jdbi.registerArgument(values);
        jdbi.registerRowMapper(ROWS);
        jdbi.getConfig(SqlStatements.class).addCustomizer(new OptionalConditions());
        jdbi.setHandleScope(new HandlesOfTransactions(transactions));
        return jdbi;
    }
}
