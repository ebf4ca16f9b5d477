package cn.shequ.kit.inbox;

import cn.shequ.events.workforce.VolunteerRegistered;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** A handler that writes one row per event, and fails where a test tells it to. */
@Singleton
class Volunteers implements EventHandler<VolunteerRegistered> {
    final Set<String> notYetKnown = ConcurrentHashMap.newKeySet();
    final Set<String> broken = ConcurrentHashMap.newKeySet();
    final Map<String, String> traces = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();

    private final Jdbi jdbi;

    Volunteers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Class<VolunteerRegistered> handles() {
        return VolunteerRegistered.class;
    }

    @Override
    public void handle(EventEnvelope<VolunteerRegistered> event) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO inbox_effect (event_id, subject, key) VALUES (?, ?, ?)",
                event.id(),
                event.subject(),
                event.partitionKey()));
        traces.put(event.subject(), Span.current().getSpanContext().getTraceId());
        // After the effect, so that a failure has something to roll back.
        if (notYetKnown.contains(event.subject())) {
            throw new NotYetKnown("volunteer " + event.subject());
        }
        if (broken.contains(event.subject())) {
            throw new IllegalStateException("cannot handle " + event.subject());
        }
        AtomicInteger left = failures.get(event.subject());
        if (left != null && left.getAndDecrement() > 0) {
            throw new IllegalStateException("not this time: " + event.subject());
        }
    }

    /** The subjects of a key in the order of their effects. */
    List<String> effects(String key) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT subject FROM inbox_effect WHERE key = ? ORDER BY number")
                        .bind(0, key)
                        .mapTo(String.class)
                        .list());
    }
}
