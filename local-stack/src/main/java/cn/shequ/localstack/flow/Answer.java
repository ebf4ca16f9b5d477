package cn.shequ.localstack.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the suite answered.
 *
 * @param request method and path, for messages
 * @param body the bytes as they came
 * @param json the body read as JSON; a missing node when it is none
 */
public record Answer(String request, int status, Map<String, List<String>> headers, byte[] body, JsonNode json) {

    /** This answer, when it has the status that was expected. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new FlowBroken(request + ": expected " + expected + ", got " + status + ": " + text());
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
