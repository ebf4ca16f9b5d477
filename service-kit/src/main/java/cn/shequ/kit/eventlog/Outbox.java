package cn.shequ.kit.eventlog;

import cn.shequ.events.EventData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes events as they come, in the order given. */
final class Outbox {
    private Outbox() {}

    static void insert(Handle handle, Collection<? extends EventData> data, Instant now, @Nullable String trace) {
        prepared(handle, data, now, trace).execute();
    }

    /** The same; and tells where each of them stands. */
    static List<Long> insertReturningIds(
            Handle handle, Collection<? extends EventData> data, Instant now, @Nullable String trace) {
        return prepared(handle, data, now, trace)
                .executePreparedBatch("id")
                .mapTo(Long.class)
                .list();
    }

    private static PreparedBatch prepared(
            Handle handle, Collection<? extends EventData> data, Instant now, @Nullable String trace) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO event_outbox
                  (type, source, subject, dataschema, partition_key, division, data, occurred_at, traceparent)
                VALUES (:type, :source, :subject, :dataschema, :partitionKey, :division, :data, :occurredAt, :trace)""");
        for (EventData each : data) {
            OutboxEvent event = OutboxEvent.of(each, now, trace);
            batch.bind("type", event.type())
                    .bind("source", event.source())
                    .bind("subject", event.subject())
                    .bind("dataschema", event.dataschema())
                    .bind("partitionKey", event.partitionKey())
                    .bind("division", event.division())
                    .bind("data", event.data())
                    .bind("occurredAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                    .bind("trace", event.traceparent())
                    .add();
        }
        return batch;
    }
}
