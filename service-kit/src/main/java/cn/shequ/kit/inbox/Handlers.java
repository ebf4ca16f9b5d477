package cn.shequ.kit.inbox;

import cn.shequ.events.EventCatalogue;
import cn.shequ.events.EventData;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All handlers of the service, by the type of event they handle. */
@Singleton
class Handlers {
    private final Map<String, List<EventHandler<?>>> byType;

    Handlers(@All List<EventHandler<?>> handlers) {
        this.byType = handlers.stream().collect(Collectors.groupingBy(handler -> EventCatalogue.of(handler.handles())
                .type()));
    }

    Set<String> types() {
        return byType.keySet();
    }

    /** The topics that carry at least one handled event; no other is read. */
    List<String> topics() {
        return EventCatalogue.all().stream()
                .filter(entry -> byType.containsKey(entry.type()))
                .map(EventCatalogue.Entry::topic)
                .distinct()
                .toList();
    }

    void handle(EventEnvelope<? extends EventData> event) {
        for (EventHandler<?> handler : byType.getOrDefault(event.type(), List.of())) {
            handle(handler, event);
        }
    }

    private static <T extends EventData> void handle(EventHandler<T> handler, EventEnvelope<?> event) {
        handler.handle(new EventEnvelope<>(
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                event.sequence(),
                event.partitionKey(),
                event.division(),
                event.time(),
                handler.handles().cast(event.data())));
    }
}
