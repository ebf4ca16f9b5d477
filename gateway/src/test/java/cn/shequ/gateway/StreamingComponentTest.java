package cn.shequ.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.gateway.surroundings.Client;
import cn.shequ.gateway.surroundings.Surrounded;
import cn.shequ.gateway.surroundings.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bodies pass while they are being sent, in both directions. */
@QuarkusTest
class StreamingComponentTest extends Surrounded {
    private static final int CHUNK = 64 * 1024;

    @Test
    void the_service_has_the_first_bytes_before_the_client_has_sent_the_last() throws Exception {
        var received = new LinkedBlockingQueue<String>();
        funding.answers(request -> {
            request.handler(chunk -> received.add(chunk.toString()));
            request.endHandler(end -> request.response().end("whole"));
        });

        try (Wire wire = Wire.open()) {
            wire.send("POST /api/funding/v1/receipts HTTP/1.1\r\nHost: g\r\nContent-Length: 10\r\n\r\nfirst");
            assertThat(received.poll(30, TimeUnit.SECONDS)).isEqualTo("first");

            wire.send("final");
            assertThat(received.poll(30, TimeUnit.SECONDS)).isEqualTo("final");
            assertThat(wire.head()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void the_client_has_the_first_bytes_before_the_service_has_sent_the_last() throws Exception {
        var release = new CompletableFuture<Void>();
        funding.answers(request -> {
            var vertx = io.vertx.core.Vertx.currentContext();
            request.response().setChunked(true).write("first");
            release.thenRun(() -> vertx.runOnContext(now -> request.response().end("final")));
        });

        try (InputStream body = Client.send("/api/funding/v1/events", r -> r.GET(), BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.readNBytes(5)).asString().isEqualTo("first");
            release.complete(null);
            assertThat(body.readAllBytes()).asString().isEqualTo("final");
        }
    }

    @Test
    void large_bodies_arrive_unchanged_both_ways() throws Exception {
        byte[] large = new byte[9 * 1024 * 1024];
        new Random(20111223).nextBytes(large);
        funding.answers(request -> {
            request.response().setChunked(true);
            request.pipeTo(request.response());
        });

        var answer = Client.send(
                "/api/funding/v1/echo", r -> r.POST(BodyPublishers.ofByteArray(large)), BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(sha256(answer.body())).isEqualTo(sha256(large));
    }

    @Test
    void a_client_that_does_not_read_holds_the_service_back_instead_of_filling_the_memory() throws Exception {
        long total = 512L * 1024 * 1024;
        var written = new AtomicLong();
        funding.answers(request -> {
            var response = request.response().putHeader("Content-Length", Long.toString(total));
            writeUntilDone(response, total, Buffer.buffer(new byte[CHUNK]), written);
        });

        long read = 0;
        try (InputStream body = Client.send("/api/funding/v1/export", r -> r.GET(), BodyHandlers.ofInputStream())
                .body()) {
            read += body.readNBytes(CHUNK).length;
            var before = new AtomicLong(-1);
            await().until(() -> written.get() == before.getAndSet(written.get()));
            assertThat(written.get()).isLessThan(64L * 1024 * 1024);

            byte[] buffer = new byte[CHUNK];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                read += n;
            }
        }
        assertThat(read).isEqualTo(total);
    }

    @Test
    void many_clients_at_once_each_get_their_own_answer() throws Exception {
        funding.answers(request -> {
            request.response().setChunked(true);
            request.pipeTo(request.response());
        });
        try (var clients = Executors.newFixedThreadPool(32)) {
            var answers = IntStream.range(0, 1_000)
                    .mapToObj(i -> clients.submit(() -> {
                        String body = ("client " + i + ' ').repeat(i % 300 + 1);
                        return body.equals(
                                Client.post("/api/funding/v1/echo?i=" + i, body).body());
                    }))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void server_sent_events_come_one_by_one_and_their_head_before_the_first() throws Exception {
        var events = new LinkedBlockingQueue<Runnable>();
        workforce.answers(request -> {
            var context = io.vertx.core.Vertx.currentContext();
            var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            response.write(Buffer.buffer());
            events.add(() -> context.runOnContext(now -> response.write("id: 1\ndata: a\n\n")));
            events.add(() -> context.runOnContext(now -> response.end("id: 2\ndata: b\n\n")));
        });

        var answer = Client.send("/api/workforce/v1/stream", r -> r.GET(), BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream");
        try (InputStream body = answer.body()) {
            events.poll(30, TimeUnit.SECONDS).run();
            assertThat(body.readNBytes(15)).asString().isEqualTo("id: 1\ndata: a\n\n");
            events.poll(30, TimeUnit.SECONDS).run();
            assertThat(body.readAllBytes()).asString().isEqualTo("id: 2\ndata: b\n\n");
        }
    }

    @Test
    void head_has_the_length_and_no_body() throws IOException {
        funding.answers(request -> request.response()
                .putHeader("Content-Length", "4711")
                .putHeader("ETag", "\"7\"")
                .end());

        String answer = Wire.exchange("HEAD /api/funding/v1/funds/7 HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-length: 4711")
                .endsWith("\r\n\r\n");
    }

    @Test
    void a_body_is_sent_only_once_the_service_wants_it() throws Exception {
        funding.answers(request -> {
            request.response().writeContinue();
            request.bodyHandler(body -> request.response().end("got " + body));
        });
        try (Wire wire = Wire.open()) {
            wire.send(
                    "POST /api/funding/v1/x HTTP/1.1\r\nHost: g\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
            assertThat(wire.head()).startsWith("HTTP/1.1 100");
            wire.send("body");
            assertThat(wire.head()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_body_the_service_refuses_beforehand_is_never_asked_for() throws Exception {
        funding.answers(request -> request.response().setStatusCode(401).end("no"));
        try (Wire wire = Wire.open()) {
            wire.send(
                    "POST /api/funding/v1/x HTTP/1.1\r\nHost: g\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
            assertThat(wire.head()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void when_the_client_leaves_the_service_is_told() throws Exception {
        var left = new CompletableFuture<Void>();
        var arrived = new CompletableFuture<Void>();
        workforce.answers(request -> {
            request.connection().closeHandler(closed -> left.complete(null));
            arrived.complete(null);
        });
        try (Wire wire = Wire.open()) {
            wire.send("GET /api/workforce/v1/reports/slow HTTP/1.1\r\nHost: g\r\n\r\n");
            arrived.get(30, TimeUnit.SECONDS);
        }
        left.get(30, TimeUnit.SECONDS);
    }

    private static void writeUntilDone(HttpServerResponse response, long left, Buffer chunk, AtomicLong written) {
        long remaining = left;
        while (remaining > 0 && !response.writeQueueFull()) {
            response.write(chunk);
            remaining -= chunk.length();
            written.addAndGet(chunk.length());
        }
        long rest = remaining;
        if (rest == 0) {
            response.end();
        } else {
            response.drainHandler(drained -> writeUntilDone(response, rest, chunk, written));
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
