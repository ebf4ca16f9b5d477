package cn.shequ.funding.ledger.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Speaks to the service over HTTP, as cheaply as can be: many clients are many requests. */
final class Office {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private final URI service;

    Office(URI service) {
        this.service = service;
    }

    /** @param replayed whether the service said that it had given this answer before */
    record Answer(int status, JsonNode body, boolean replayed) {

        boolean isDone() {
            return status / 100 == 2;
        }

        /** What became of the command, in the model's words. */
        String outcome() {
            return isDone() ? LedgerModel.DONE : body.path("code").asText("status " + status);
        }

        String id() {
            return body.path("id").asText();
        }

        /** The fund that a donation went to; none where nothing was done. */
        UUID fund() {
            return isDone() ? UUID.fromString(body.path("fund").asText()) : new UUID(0, 0);
        }

        /** The entry that was booked: named in the answer, by its last step, or the answer itself. */
        String entry() {
            List<String> ofSteps = body.path("steps").findValuesAsText("entry");
            return body.has("entry") ? body.path("entry").asText() : ofSteps.isEmpty() ? id() : ofSteps.getLast();
        }
    }

    Answer post(String token, String key, String path, Map<String, ?> body) {
        try {
            return send(HttpRequest.newBuilder(service.resolve(path))
                    .header("Idempotency-Key", key)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new AssertionError("no answer to POST " + path, e);
        }
    }

    Answer get(String token, String path) {
        try {
            return send(HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token));
        } catch (IOException e) {
            throw new AssertionError("no answer to GET " + path, e);
        }
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> answer = http.send(
                    request.timeout(Duration.ofSeconds(60))
                            .header("Accept-Language", "en")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    answer.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(answer.body()),
                    answer.headers().firstValue("Idempotency-Replayed").isPresent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
