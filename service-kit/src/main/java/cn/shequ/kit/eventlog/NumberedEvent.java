package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it stands in the log for ever. */
record NumberedEvent(
        long sequence,
        UUID id,
        String type,
        String partitionKey,
        String division,
        Instant occurredAt,
        @Nullable String traceparent,
        byte[] bytes,
        Hash leafHash) {

    /** Numbers an event: from here on its bytes never change. */
    static NumberedEvent of(OutboxEvent event, UUID id, long sequence) {
        byte[] bytes = event.numbered(id, sequence);
        return new NumberedEvent(
                sequence,
                id,
                event.type(),
                event.partitionKey(),
                event.division(),
                event.occurredAt(),
                event.traceparent(),
                bytes,
                Hash.ofLeaf(bytes));
    }

    static NumberedEvent read(ResultSet row) throws SQLException {
        return new NumberedEvent(
                row.getLong("sequence"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("partition_key"),
                row.getString("division"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("traceparent"),
                row.getBytes("bytes"),
                Hash.of(row.getBytes("leaf_hash")));
    }
}
