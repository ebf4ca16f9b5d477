package cn.shequ.funding.batch;

import cn.shequ.kit.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was read: a record, or what is wrong with it.
 *
 * @param number counts from 1; the heading of a table is no line
 */
public record BatchLine<T>(
        int number, @Nullable T value, @Nullable Refusal refusal) {

    static <T> BatchLine<T> of(int number, T value) {
        return new BatchLine<>(number, value, null);
    }

    static <T> BatchLine<T> unreadable(int number, Refusal refusal) {
        return new BatchLine<>(number, null, refusal);
    }
}
