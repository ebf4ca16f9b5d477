package cn.shequ.kit.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that was set aside. */
record ParkedEvent(
        long id,
        State state,
        Incoming message,
        @Nullable UUID eventId,
        @Nullable String type,
        String reason,
        int attempts,
        int failures,
        Instant parkedAt,
        Instant nextAttemptAt) {

    /** Why an event is set aside. */
    enum State {
        /** It names what is not known yet. */
        WAITING,
        /** An earlier one of its key is set aside. */
        BEHIND,
        /** It failed too often, or nobody can read it. */
        POISON
    }

    static ParkedEvent read(ResultSet row) throws SQLException {
        Incoming message = new Incoming(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("record_key"),
                row.getString("traceparent"),
                row.getBytes("bytes"));
        return new ParkedEvent(
                row.getLong("id"),
                State.valueOf(row.getString("state")),
                message,
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getInt("failures"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_attempt_at", OffsetDateTime.class).toInstant());
    }
}
