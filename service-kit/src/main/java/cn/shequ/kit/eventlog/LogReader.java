package cn.shequ.kit.eventlog;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads the log by number. */
final class LogReader {
    private LogReader() {}

    static List<NumberedEvent> from(Handle handle, long first, int limit) {
        return handle.createQuery("SELECT * FROM event_log WHERE sequence >= :first ORDER BY sequence LIMIT :limit")
                .bind("first", first)
                .bind("limit", limit)
                .map((row, context) -> NumberedEvent.read(row))
                .list();
    }

    static List<FeedEvent> matching(Handle handle, long first, int limit, EventFilter filter) {
        return handle.createQuery("SELECT " + FeedEvent.COLUMNS + """
                         FROM event_log
                        WHERE sequence >= :first
                          AND (CAST(:division AS text) IS NULL OR division = :division)
                          AND (CAST(:type AS text) IS NULL OR type = :type)
                        ORDER BY sequence LIMIT :limit""")
                .bind("first", first)
                .bind("division", filter.division == null ? null : filter.division.value())
                .bind("type", filter.type)
                .bind("limit", limit)
                .map((row, context) -> FeedEvent.read(row))
                .list();
    }

    /** How many events have numbers: the next number. */
    static long size(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(sequence) + 1, 0) FROM event_log")
                .mapTo(Long.class)
                .one();
    }
}
