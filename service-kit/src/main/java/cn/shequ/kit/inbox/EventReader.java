package cn.shequ.kit.inbox;

import cn.shequ.events.EventCatalogue;
import cn.shequ.events.EventData;
import cn.shequ.kit.eventlog.EventJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Reads CloudEvents. Attributes and members it does not know are no error: a writer may be newer than a reader. */
final class EventReader {
    private final Set<String> handledTypes;

    EventReader(Set<String> handledTypes) {
        this.handledTypes = Set.copyOf(handledTypes);
    }

    Reading read(byte[] bytes) {
        try {
            JsonNode event = EventJson.mapper().readTree(bytes);
            String type = text(event, "type");
            return handledTypes.contains(type)
                    ? new Reading.Event(
                            envelope(event, EventCatalogue.find(type).orElseThrow()))
                    : new Reading.Unneeded();
        } catch (IOException | RuntimeException notAsAgreed) {
            return new Reading.Unreadable(notAsAgreed.toString());
        }
    }

    private static EventEnvelope<EventData> envelope(JsonNode event, EventCatalogue.Entry entry) throws IOException {
        return new EventEnvelope<>(
                UUID.fromString(text(event, "id")),
                entry.type(),
                text(event, "source"),
                text(event, "subject"),
                required(event, "sequence").longValue(),
                text(event, "partitionkey"),
                text(event, "division"),
                Instant.parse(text(event, "time")),
                EventJson.mapper().treeToValue(required(event, "data"), entry.data()));
    }

    private static String text(JsonNode event, String attribute) {
        return required(event, attribute).textValue();
    }

    private static JsonNode required(JsonNode event, String attribute) {
        JsonNode value = event == null ? null : event.get(attribute);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("an event has the attribute " + attribute);
        }
        return value;
    }
}
