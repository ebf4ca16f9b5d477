package cn.shequ.kit.eventlog;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** Adds numbered events to the log, a batch by one statement: the table's check for gaps runs once per statement. */
final class EventLogRows {
    private EventLogRows() {}

    record Row(long outboxId, NumberedEvent event) {}

    static void insert(Handle handle, List<Row> rows) {
        handle.createUpdate("""
                        INSERT INTO event_log (outbox_id, sequence, event_id, type, partition_key, division,
                                               occurred_at, traceparent, bytes, leaf_hash)
                        SELECT * FROM unnest(:outboxIds, :sequences, :ids, :types, :keys, :divisions,
                                             :times, :traces, :bytes, :hashes)""")
                .bind("outboxIds", column(handle, "bigint", rows, Row::outboxId))
                .bind("sequences", column(handle, "bigint", rows, row -> row.event()
                        .sequence()))
                .bind("ids", column(handle, "uuid", rows, row -> row.event().id()))
                .bind("types", text(handle, rows, NumberedEvent::type))
                .bind("keys", text(handle, rows, NumberedEvent::partitionKey))
                .bind("divisions", text(handle, rows, NumberedEvent::division))
                .bind("times", column(handle, "timestamptz", rows, row -> row.event()
                        .occurredAt()))
                .bind("traces", text(handle, rows, NumberedEvent::traceparent))
                .bind("bytes", binary(handle, rows, NumberedEvent::bytes))
                .bind("hashes", binary(handle, rows, event -> event.leafHash().bytes()))
                .execute();
    }

    private static Argument text(Handle handle, List<Row> rows, Function<NumberedEvent, @Nullable String> value) {
        String[] content = rows.stream().map(row -> value.apply(row.event())).toArray(String[]::new);
        return SqlArrays.of(handle, "text", content);
    }

    private static Argument binary(Handle handle, List<Row> rows, Function<NumberedEvent, byte[]> value) {
        byte[][] content = rows.stream().map(row -> value.apply(row.event())).toArray(byte[][]::new);
        return SqlArrays.of(handle, "bytea", content);
    }

    private static Argument column(Handle handle, String type, List<Row> rows, Function<Row, Object> value) {
        return SqlArrays.of(handle, type, rows.stream().map(value).toArray());
    }
}
