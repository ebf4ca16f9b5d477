package cn.shequ.kit.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jspecify.annotations.Nullable;

/** A record of one component is a value and fills one column: {@code Money}, {@code DivisionCode}. */
final class ValueColumns implements ColumnMapperFactory, ArgumentFactory.Preparable {

    private final Map<Type, Function<Object, Argument>> arguments = new ConcurrentHashMap<>();

    static boolean isValue(Type type) {
        return type instanceof Class<?> candidate
                && candidate.isRecord()
                && candidate.getRecordComponents().length == 1;
    }

    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
        if (!isValue(type)) {
            return Optional.empty();
        }
        Class<?> value = (Class<?>) type;
        Constructor<?> constructor = canonicalConstructor(value);
        return config.get(ColumnMappers.class)
                .findFor(value.getRecordComponents()[0].getGenericType())
                .map(inner -> (row, column, context) -> {
                    Object content = inner.map(row, column, context);
                    return content == null ? null : wrap(constructor, content);
                });
    }

    /** JDBI forgets with each statement what it found out for it. */
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        Function<Object, Argument> known = arguments.get(type);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Function<Object, Argument>> found = isValue(type) ? takenApart(type, config) : Optional.empty();
        found.ifPresent(argument -> arguments.put(type, argument));
        return found;
    }

    @SuppressWarnings("NullAway") // JDBI's functions take null and make an empty column of it
    private static Optional<Function<Object, Argument>> takenApart(Type type, ConfigRegistry config) {
        RecordComponent component = ((Class<?>) type).getRecordComponents()[0];
        component.getAccessor().setAccessible(true);
        return config.get(Arguments.class)
                .prepareFor(component.getGenericType())
                .map(inner -> value -> inner.apply(unwrap(component, value)));
    }

    /** Usable for the private records of repositories as well. */
    static Constructor<?> canonicalConstructor(Class<?> type) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object wrap(Constructor<?> constructor, Object content) throws SQLException {
        try {
            return constructor.newInstance(content);
        } catch (InvocationTargetException e) {
            throw new SQLException(
                    "the column holds no " + constructor.getDeclaringClass().getSimpleName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object unwrap(RecordComponent component, @Nullable Object value) {
        try {
            return value == null ? null : component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
