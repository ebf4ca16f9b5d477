package cn.shequ.events.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.events.EventCatalogue;
import cn.shequ.events.EventData;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON as the services write and read it, and the RFC 8785 bytes of an event. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    public static ObjectNode tree(EventData data) {
        return MAPPER.valueToTree(data);
    }

    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public static String canonical(JsonNode tree) {
        try {
            return new JsonCanonicalizer(tree.toString()).getEncodedString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static String pretty(JsonNode tree) {
        return tree.toPrettyString() + "\n";
    }

    /** The whole event around its data; id and time are made up and stay the same for a type. */
    public static ObjectNode cloudEvent(EventCatalogue.Entry entry, EventData data, long sequence) {
        ObjectNode event = MAPPER.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", UUID.nameUUIDFromBytes(entry.type().getBytes(UTF_8)).toString());
        event.put("source", entry.source());
        event.put("type", entry.type());
        event.put("subject", data.aboutSubject());
        event.put("time", "2026-03-20T01:02:03.456Z");
        event.put("datacontenttype", "application/json");
        event.put("dataschema", entry.dataschema());
        event.put("sequence", sequence);
        event.put("division", data.concernsDivision());
        event.put("partitionkey", data.partitionKey());
        event.set("data", tree(data));
        return event;
    }
}
