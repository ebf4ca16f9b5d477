package cn.shequ.localstack.flow;

import cn.shequ.localstack.issuer.Demonstration;
import cn.shequ.localstack.issuer.TokenGiver;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The suite as an integrator sees it: one address, JSON over HTTP, a token for each person. */
public final class City {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;

    private final URI gateway;
    private final TokenGiver tokens;
    private final String story;
    private final String language;
    private final Demonstration demonstration = Demonstration.load();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final ObjectMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private volatile Consumer<HttpRequest> listener = request -> {};

    /**
     * @param story names the story, see {@link Journal#name}
     * @param language {@code zh-CN} or {@code en}: in which refusals are wanted
     */
    public City(URI gateway, TokenGiver tokens, String story, String language) {
        this.gateway = gateway;
        this.story = story;
        this.tokens = tokens;
        this.language = language;
    }

    /** Hears of every request before it is sent. */
    public void listen(Consumer<HttpRequest> heard) {
        this.listener = heard;
    }

    /** A demonstration person. */
    public Visitor as(String username) {
        return new Visitor(username, tokens.token(demonstration.person(username)));
    }

    /** Anybody, in one role, for one division and, where it is given, for one body. */
    public Visitor as(String role, String division, @Nullable String department) {
        String person = role + division + Objects.requireNonNullElse(department, "");
        String subject =
                UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)).toString();
        return new Visitor(subject, tokens.token(subject, List.of(role), division, department));
    }

    /** Somebody without a token. */
    public Visitor anybody() {
        return new Visitor("anybody", null);
    }

    /** Who asks. */
    public final class Visitor {

        private final String subject;
        private final @Nullable String token;

        private Visitor(String subject, @Nullable String token) {
            this.subject = subject;
            this.token = token;
        }

        /** @param path below {@code /api}, such as {@code /funding/v1/funds} */
        public Answer get(String path) {
            return exchange(request(path).GET());
        }

        /** Posts a command of the story: the same command again is a repetition, and has no further effect. */
        public Answer post(String path, Object body) {
            String command = story + " " + subject + " " + path + " " + new String(bytes(body), StandardCharsets.UTF_8);
            return post(
                    path,
                    body,
                    UUID.nameUUIDFromBytes(command.getBytes(StandardCharsets.UTF_8))
                            .toString());
        }

        /** Posts a command under a key, so that it can be repeated. */
        public Answer post(String path, Object body, String idempotencyKey) {
            return exchange(request(path)
                    .header("Idempotency-Key", idempotencyKey)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body))));
        }

        public Answer postCsv(String path, byte[] csv) {
            return exchange(request(path)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Content-Type", "text/csv; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(csv)));
        }

        /** Uploads a document as evidence; the same bytes again change nothing. */
        public Answer upload(String path, byte[] document) {
            return exchange(request(path)
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(document)));
        }

        /** Any other request. */
        public Answer send(String method, String path, @Nullable Object body, String... headers) {
            HttpRequest.Builder request = request(path);
            if (headers.length > 0) {
                request.headers(headers);
            }
            return exchange(request.method(
                    method,
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofByteArray(bytes(body))));
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve("/api" + path))
                    .timeout(ANSWER)
                    .header("Accept-Language", language);
            return token == null ? request : request.header("Authorization", "Bearer " + token);
        }
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new FlowBroken("cannot write a request", e);
        }
    }

    private Answer exchange(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        listener.accept(request);
        String name = request.method() + " " + request.uri().getPath();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .map(type -> type.contains("json") && !type.contains("ndjson"))
                    .orElse(false);
            return new Answer(
                    name,
                    response.statusCode(),
                    response.headers().map(),
                    response.body(),
                    isJson ? json.readTree(response.body()) : MissingNode.getInstance());
        } catch (IOException e) {
            throw new FlowBroken(name + ": no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlowBroken(name + ": interrupted", e);
        }
    }

    /** Asks until the answer is there: effects in other services arrive by events, a moment later. */
    public static <T> T eventually(String what, Duration atMost, Supplier<@Nullable T> ask) {
        long end = System.nanoTime() + atMost.toNanos();
        FlowBroken last = new FlowBroken("the answers were other ones");
        while (System.nanoTime() < end) {
            try {
                T found = ask.get();
                if (found != null) {
                    return found;
                }
            } catch (FlowBroken notYet) {
                last = notYet;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FlowBroken("interrupted while waiting for " + what, e);
            }
        }
        throw new FlowBroken("after " + atMost.toSeconds() + " s still not: " + what, last);
    }
}
