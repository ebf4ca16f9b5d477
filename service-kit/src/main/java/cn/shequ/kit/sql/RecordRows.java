package cn.shequ.kit.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Rows that fill a record by the names of their columns. Which column fills which component is found out once for each
 * list of columns, not for each query: the queries of a service ask for few such lists, again and again.
 */
final class RecordRows<T> implements RowMapper<T> {

    private final RowMapper<T> mapper;
    private final Map<List<String>, RowMapper<T>> byColumns = new ConcurrentHashMap<>();

    RecordRows(Class<T> type) {
        @SuppressWarnings("unchecked")
        RowMapper<T> any = (RowMapper<T>) ConstructorMapper.of(ValueColumns.canonicalConstructor(type));
        this.mapper = any;
    }

    @Override
    public T map(ResultSet rows, StatementContext context) throws SQLException {
        return specialize(rows, context).map(rows, context);
    }

    @Override
    public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
        List<String> columns = columns(rows.getMetaData());
        RowMapper<T> known = byColumns.get(columns);
        if (known == null) {
            known = mapper.specialize(rows, context);
            byColumns.put(columns, known);
        }
        return known;
    }

    private static List<String> columns(ResultSetMetaData all) throws SQLException {
        String[] labels = new String[all.getColumnCount()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = all.getColumnLabel(i + 1);
        }
        return Arrays.asList(labels);
    }
}
