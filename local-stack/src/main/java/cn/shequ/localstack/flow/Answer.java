package cn.shequ.localstack.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the suite answered.
 *
 * @param request method and path, for messages
 * @param body the bytes as they came
 * @param json the body read as JSON; a missing node when it is none
 */
public record Answer(String request, int status, Map<String, List<String>> headers, byte[] body, JsonNode json) {

    /** The first value of a header, or null. */
    public @Nullable String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElse(null);
    }

    /** This answer, when it has the status that was expected. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new FlowBroken(request + ": expected " + expected + ", got " + status + ": " + text());
        }
        return this;
    }

    /** The problem, when it is a refusal with that status and code. */
    public Answer refusedAs(int expected, String code) {
        expect(expected);
        if (!code.equals(json.path("code").asText())) {
            throw new FlowBroken(request + ": expected the refusal " + code + ", got: " + text());
        }
        return this;
    }

    /** The articles that a refusal names. */
    public List<Integer> articles() {
        List<Integer> articles = new ArrayList<>();
        json.path("articles").forEach(article -> articles.add(article.asInt()));
        return articles;
    }

    /** A text of the body by JSON pointer, such as {@code /items/0/id}. */
    public String text(String pointer) {
        JsonNode found = json.at(pointer);
        if (found.isMissingNode() || found.isNull()) {
            throw new FlowBroken(request + ": nothing at " + pointer + " in: " + text());
        }
        return found.asText();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
