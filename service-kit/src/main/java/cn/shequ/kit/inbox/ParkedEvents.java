package cn.shequ.kit.inbox;

import cn.shequ.kit.inbox.ParkedEvent.State;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The events that were set aside, in the order of their arrival. */
@Singleton
class ParkedEvents {
    private static final int LONGEST_REASON = 2_000;

    private final Jdbi jdbi;

    ParkedEvents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean isEmpty() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT NOT EXISTS (SELECT FROM event_parked)")
                .mapTo(Boolean.class)
                .one());
    }

    boolean hasAnyOf(String topic, String key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM event_parked WHERE topic = :topic AND record_key = :key)")
                .bind("topic", topic)
                .bind("key", key)
                .mapTo(Boolean.class)
                .one());
    }

    /** An event that is set aside already, because it was delivered twice, stays as it is. */
    void add(Incoming message, Reading reading, State state, String reason, Duration retryAfter) {
        EventEnvelope<?> event = reading instanceof Reading.Event(EventEnvelope<?> envelope) ? envelope : null;
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO event_parked (state, topic, partition, record_offset, record_key, event_id, type,
                                                  traceparent, bytes, reason, attempts, next_attempt_at)
                        VALUES (:state, :topic, :partition, :offset, :key, :eventId, :type,
                                :traceparent, :bytes, :reason, 1, now() + :retryAfter * interval '1 ms')
                        ON CONFLICT DO NOTHING""")
                .bind("state", state.name())
                .bind("topic", message.topic())
                .bind("partition", message.partition())
                .bind("offset", message.offset())
                .bind("key", message.key())
                .bind("eventId", event == null ? null : event.id())
                .bind("type", event == null ? null : event.type())
                .bind("traceparent", message.traceparent())
                .bind("bytes", message.bytes())
                .bind("reason", shortened(reason))
                .bind("retryAfter", retryAfter.toMillis())
                .execute());
    }

    /** Of every key the first event, where its time has come. The others of the key have to wait for it. */
    List<ParkedEvent> due(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM (SELECT DISTINCT ON (topic, record_key) * FROM event_parked
                                       ORDER BY topic, record_key, id) AS first
                        WHERE state <> 'POISON' AND next_attempt_at <= now()
                        ORDER BY next_attempt_at LIMIT :limit""")
                .bind("limit", limit)
                .map((row, context) -> ParkedEvent.read(row))
                .list());
    }

    Optional<ParkedEvent> firstOf(String topic, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM event_parked WHERE topic = :topic AND record_key = :key
                        ORDER BY id LIMIT 1""")
                .bind("topic", topic)
                .bind("key", key)
                .map((row, context) -> ParkedEvent.read(row))
                .findOne());
    }

    List<ParkedEvent> after(long id, int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM event_parked WHERE id > :id ORDER BY id LIMIT :limit")
                        .bind("id", id)
                        .bind("limit", limit)
                        .map((row, context) -> ParkedEvent.read(row))
                        .list());
    }

    /** Takes the event away for good; false when another process did so, or is at it. */
    boolean remove(long id) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM event_parked WHERE id IN (
                          SELECT id FROM event_parked WHERE id = :id FOR UPDATE SKIP LOCKED)""").bind("id", id).execute() == 1);
    }

    void postpone(long id, State state, String reason, boolean failed, Duration retryAfter) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE event_parked SET state = :state, reason = :reason, attempts = attempts + 1,
                          failures = failures + :failed, next_attempt_at = now() + :retryAfter * interval '1 ms'
                        WHERE id = :id""")
                .bind("id", id)
                .bind("state", state.name())
                .bind("reason", shortened(reason))
                .bind("failed", failed ? 1 : 0)
                .bind("retryAfter", retryAfter.toMillis())
                .execute());
    }

    /** Makes it due at once, with all its attempts ahead of it again. */
    boolean release(long id) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE event_parked SET state = 'WAITING', failures = 0, next_attempt_at = now()
                        WHERE id = :id""").bind("id", id).execute() == 1);
    }

    Map<State, Long> counts() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        jdbi.useHandle(handle -> handle.createQuery("SELECT state, count(*) FROM event_parked GROUP BY state")
                .map((row, context) -> counts.put(State.valueOf(row.getString(1)), row.getLong(2)))
                .list());
        return counts;
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }
}
