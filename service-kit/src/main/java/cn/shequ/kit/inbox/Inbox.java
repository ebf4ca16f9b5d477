package cn.shequ.kit.inbox;

import cn.shequ.events.EventData;
import cn.shequ.kit.eventlog.TraceParent;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Gives an event its effect, once. Called inside the transaction of the effect. */
@Singleton
class Inbox {
    private final Jdbi jdbi;
    private final Handlers handlers;

    Inbox(Jdbi jdbi, Handlers handlers) {
        this.jdbi = jdbi;
        this.handlers = handlers;
    }

    /** Returns false when the event has had its effect before. */
    boolean take(EventEnvelope<? extends EventData> event, @Nullable String traceparent) {
        boolean first = jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO event_inbox (event_id, type, source, sequence)
                        VALUES (:id, :type, :source, :sequence) ON CONFLICT DO NOTHING""")
                        .bind("id", event.id())
                        .bind("type", event.type())
                        .bind("source", event.source())
                        .bind("sequence", event.sequence())
                        .execute()
                == 1);
        if (first) {
            TraceParent.continued(traceparent, "handle " + event.type(), () -> handlers.handle(event));
        }
        return first;
    }
}
