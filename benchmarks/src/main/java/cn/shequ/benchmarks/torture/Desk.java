package cn.shequ.benchmarks.torture;

import cn.shequ.benchmarks.town.Town;
import cn.shequ.localstack.issuer.TokenMint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Where clients speak to the service: a command that gets no answer, or "later", is said again under its key. */
final class Desk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 100;
    /** What a 409 says that a moment later need not be so. */
    private static final Set<String> LATER = Set.of("request-in-progress", "busy", "conflict");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI service;
    private final TokenMint mint;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    final LongAdder commands = new LongAdder();
    final LongAdder repeated = new LongAdder();
    final LongAdder replayed = new LongAdder();

    Desk(URI service, TokenMint mint) {
        this.service = service;
        this.mint = mint;
    }

    /** A definite answer. */
    record Answer(String what, int status, JsonNode body, boolean replay) {

        void require(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException(what + ": " + wanted + " expected, not " + status + " " + body);
            }
        }

        void requireSuccess() {
            if (status / 100 != 2) {
                throw new IllegalStateException(what + ": success expected, not " + status + " " + body);
            }
        }

        void requireRefusal(String code) {
            if (!body.path("code").asText().equals(code)) {
                throw new IllegalStateException(what + ": " + code + " expected, not " + status + " " + body);
            }
        }

        String text(String field) {
            return body.path(field).asText();
        }

        /** The entry that the last step of an expenditure made. */
        String lastEntry() {
            return body.path("steps").findValuesAsText("entry").getLast();
        }

        private boolean isDefinite() {
            return status < 500 && status != 429 && !(status == 409 && LATER.contains(text("code")));
        }
    }

    /** Tokens hold for an hour, and a long torture is longer. */
    void renewTokens() {
        tokens.clear();
    }

    /** Says it until the answer is definite. */
    Answer insist(String role, String path, Map<String, ?> body) {
        String key = UUID.randomUUID().toString();
        commands.increment();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        IOException lost = null;
        while (System.nanoTime() < deadline) {
            try {
                Answer answer = post(role, path, key, body);
                if (answer.isDefinite()) {
                    if (answer.replay()) {
                        replayed.increment();
                    }
                    return answer;
                }
            } catch (IOException e) {
                lost = e;
            }
            repeated.increment();
            pause();
        }
        throw new IllegalStateException("no answer to POST " + path + " for " + PATIENCE.toSeconds() + " s", lost);
    }

    private Answer post(String role, String path, String key, Map<String, ?> body) throws IOException {
        HttpResponse<byte[]> answer = send(
                request(role, path)
                        .timeout(ANSWER)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                "POST " + path,
                answer.statusCode(),
                answer.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(answer.body()),
                answer.headers().firstValue("Idempotency-Replayed").isPresent());
    }

    /** What the service shows, as it comes. */
    InputStream read(String role, String path, String accept) throws IOException {
        HttpResponse<InputStream> answer = send(
                request(role, path).timeout(PATIENCE).header("Accept", accept).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("GET " + path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    JsonNode json(String role, String path) {
        try (InputStream body = read(role, path, "application/json")) {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String role, String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Accept-Language", "en")
                .header(
                        "Authorization",
                        "Bearer " + tokens.computeIfAbsent(role, each -> Town.token(mint, "torture-" + each, each)));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return http.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
