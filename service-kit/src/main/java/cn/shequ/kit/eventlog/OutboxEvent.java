package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.events.EventCatalogue;
import cn.shequ.events.EventData;
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

    /**
     * The final bytes: a CloudEvent in RFC 8785 form, its number included. The members stand in their order already, and
     * {@code data} is canonical since it was appended; only a member that JSON must escape takes the long way.
     */
    byte[] numbered(UUID id, long sequence) {
        StringBuilder event = new StringBuilder(data.length() + 512);
        event.append("{\"data\":").append(data);
        member(event, "datacontenttype", "application/json");
        member(event, "dataschema", dataschema);
        member(event, "division", division);
        member(event, "id", id.toString());
        member(event, "partitionkey", partitionKey);
        event.append(",\"sequence\":").append(sequence);
        member(event, "source", source);
        member(event, "specversion", "1.0");
        member(event, "subject", subject);
        member(event, "time", occurredAt.toString());
        member(event, "type", type);
        return event.append('}').toString().getBytes(UTF_8);
    }

    private static void member(StringBuilder event, String name, String value) {
        event.append(",\"").append(name).append("\":");
        if (value.chars().allMatch(OutboxEvent::standsForItself)) {
            event.append('"').append(value).append('"');
        } else {
            event.append(EventJson.canonicalText(value));
        }
    }

    private static boolean standsForItself(int character) {
        return character >= ' ' && character < 0x7f && character != '"' && character != '\\';
    }
}
