package cn.shequ.gateway.problem;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One refusal (RFC 9457) before it is put into a language.
 *
 * @param figures what was required and what was found; the texts name them, programs read them
 * @param headers response headers that belong to the refusal, such as {@code Retry-After}
 */
public record Problem(ProblemCode code, Map<String, Object> figures, Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemCode code) {
        return new Problem(code, Map.of(), Map.of());
    }

    public Problem with(String figure, Object value) {
        var more = new LinkedHashMap<>(figures);
        more.put(figure, value);
        return new Problem(code, more, headers);
    }

    public Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(code, figures, more);
    }

    /** Says in words, figures and header when another try makes sense. */
    public Problem retryAfter(Duration wait) {
        long seconds = wholeSeconds(wait);
        return with("wait", seconds).withHeader("Retry-After", Long.toString(seconds));
    }

    /** Rounded up and at least one: a client told to wait 0 seconds would be back at once. */
    public static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    public JsonObject in(Language language, String instance) {
        var json = new JsonObject()
                .put("type", "urn:shequ:problem:" + code.code())
                .put("title", code.title(language))
                .put("status", code.status())
                .put("detail", filled(code.detail(language)))
                .put("instance", instance)
                .put("code", code.code());
        return figures.isEmpty() ? json : json.put("figures", new JsonObject(figures));
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, Object> figure : figures.entrySet()) {
            filled = filled.replace(
                    "${" + figure.getKey() + "}", figure.getValue().toString());
        }
        return filled;
    }
}
