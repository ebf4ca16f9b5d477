package cn.shequ.kit.eventlog;

import cn.shequ.events.EventCatalogue;
import cn.shequ.events.EventData;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event with everything but its id and its number. */
record OutboxEvent(
        String type,
        String source,
        String subject,
        String dataschema,
        String partitionKey,
        String division,
        String data,
        Instant occurredAt,
        @Nullable String traceparent) {

    private static final UUID ANY_ID = new UUID(0, 0);

    /** Beyond this a JSON reader that keeps numbers as doubles would lose count. */
    private static final long MOST_EVENTS = 1L << 53;

    static OutboxEvent of(EventData data, Instant now, @Nullable String traceparent) {
        EventCatalogue.Entry entry = EventCatalogue.of(data.getClass());
        return new OutboxEvent(
                        entry.type(),
                        entry.source(),
                        data.aboutSubject(),
                        entry.dataschema(),
                        data.partitionKey(),
                        data.concernsDivision(),
                        EventJson.canonical(data),
                        // The database keeps microseconds.
                        now.truncatedTo(ChronoUnit.MICROS),
                        traceparent)
                .requireFitting();
    }

    /** @throws IllegalArgumentException when the event would be larger than a log takes: split it in parts */
    OutboxEvent requireFitting() {
        int bytes = numbered(ANY_ID, MOST_EVENTS).length;
        if (bytes > EventCatalogue.MOST_BYTES) {
            throw new IllegalArgumentException("%s of %s has %d bytes; a log takes at most %d"
                    .formatted(type, subject, bytes, EventCatalogue.MOST_BYTES));
        }
        return this;
    }

    static OutboxEvent read(ResultSet row) throws SQLException {
        return new OutboxEvent(
                row.getString("type"),
                row.getString("source"),
                row.getString("subject"),
                row.getString("dataschema"),
                row.getString("partition_key"),
                row.getString("division"),
                row.getString("data"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("traceparent"));
    }

    /** The final bytes: a CloudEvent in RFC 8785 form, its number included. */
    byte[] numbered(UUID id, long sequence) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", id.toString());
        event.put("source", source);
        event.put("type", type);
        event.put("subject", subject);
        event.put("time", occurredAt.toString());
        event.put("datacontenttype", "application/json");
        event.put("dataschema", dataschema);
        event.put("division", division);
        event.put("partitionkey", partitionKey);
        event.put("sequence", sequence);
        event.putRawValue("data", new RawValue(data));
        return EventJson.canonical(EventJson.write(event));
    }
}
