package cn.shequ.kit.sql;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Gives every repository the same {@link Jdbi}: value records fill columns, other records are rows whose
 * components are named like the columns. Inside a transaction all handles share its connection.
 */
@Singleton
class JdbiSetup {

    private static final RowMapperFactory ROWS =
            (type, config) -> type instanceof Class<?> row && row.isRecord() && !ValueColumns.isValue(row)
                    ? Optional.of(ConstructorMapper.of(ValueColumns.canonicalConstructor(row)))
                    : Optional.empty();

    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource) {
        ValueColumns values = new ValueColumns();
        Jdbi jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        jdbi.registerColumnMapper(values);
        jdbi.registerArgument(values);
        jdbi.registerRowMapper(ROWS);
        return jdbi;
    }
}
