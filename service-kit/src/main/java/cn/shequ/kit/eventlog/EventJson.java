package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.events.EventData;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;

/** How events are written: RFC 8785, so that equal content has equal bytes whoever writes it. */
public final class EventJson {
    /** Set up by itself, so that no service's own JSON settings change what its events look like. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    /** The canonical text of an event's data. */
    public static String canonical(EventData data) {
        return new String(canonical(write(data)), UTF_8);
    }

    /** One string as RFC 8785 spells it, its quotation marks included. */
    static String canonicalText(String value) {
        String array = new String(canonical(write(List.of(value))), UTF_8);
        return array.substring(1, array.length() - 1);
    }

    static byte[] canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("Not JSON that has a canonical form", e);
        }
    }

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** JSON for a file that people look at, with an event's way of writing dates and amounts. */
    public static byte[] readable(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getName() + " cannot be written as JSON", e);
        }
    }
}
