package cn.shequ.gateway;

import static cn.shequ.gateway.surroundings.Client.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.gateway.surroundings.Surrounded;
import cn.shequ.gateway.surroundings.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Too large, too long, too slow. */
@QuarkusTest
class SizeLimitsComponentTest extends Surrounded {
    private static final int LIMIT = 10 * 1024 * 1024;

    @Test
    void a_body_announced_over_the_limit_is_refused_before_one_byte_of_it_is_sent() throws Exception {
        try (Wire wire = Wire.open()) {
            wire.send("POST /api/funding/v1/x HTTP/1.1\r\nHost: g\r\nContent-Length: " + (LIMIT + 1) + "\r\n\r\n");

            String answer = wire.rest();
            assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close");
            assertThat(body(answer).getString("code")).isEqualTo("body-too-large");
            assertThat(body(answer).getJsonObject("figures").getInteger("limit"))
                    .isEqualTo(LIMIT);
        }
        assertThat(funding.seen()).isEmpty();
    }

    @Test
    void a_body_of_exactly_the_limit_passes() throws Exception {
        var received = new AtomicLong();
        funding.answers(request -> {
            request.handler(chunk -> received.addAndGet(chunk.length()));
            request.endHandler(end -> request.response().end());
        });
        try (Wire wire = Wire.open()) {
            wire.send("POST /api/funding/v1/x HTTP/1.1\r\nHost: g\r\nContent-Length: " + LIMIT + "\r\n\r\n");
            wire.send("x".repeat(LIMIT));
            assertThat(wire.head()).startsWith("HTTP/1.1 200");
        }
        assertThat(received).hasValue(LIMIT);
    }

    @Test
    void a_chunked_body_is_refused_once_it_is_over_the_limit_and_the_service_sees_it_broken_off() throws Exception {
        var brokenOff = new CompletableFuture<Void>();
        var complete = new CompletableFuture<Void>();
        funding.answers(request -> {
            request.exceptionHandler(gone -> brokenOff.complete(null));
            request.handler(chunk -> {});
            request.endHandler(end -> complete.complete(null));
        });
        String megabyte = "100000\r\n" + "x".repeat(1024 * 1024) + "\r\n";
        try (Wire wire = Wire.open()) {
            wire.send("POST /api/funding/v1/x HTTP/1.1\r\nHost: g\r\nAccept-Language: en\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 11; i++) {
                wire.send(megabyte);
            }
            String head = wire.head();
            assertThat(head).startsWith("HTTP/1.1 413").containsIgnoringCase("content-language: en");
        }
        brokenOff.get(30, TimeUnit.SECONDS);
        assertThat(complete).isNotDone();
    }

    @Test
    void a_client_that_sends_without_end_is_cut_off() throws Exception {
        String megabyte = "100000\r\n" + "x".repeat(1024 * 1024) + "\r\n";
        long sent = 0;
        try (Wire wire = Wire.open()) {
            wire.send("POST /api/funding/v1/x HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (sent < 100) {
                wire.send(megabyte);
                sent++;
            }
        } catch (IOException cutOff) {
            assertThat(sent).isLessThan(60);
            return;
        }
        throw new AssertionError("100 MB were taken");
    }

    @Test
    void headers_over_the_limit_are_a_431_with_both_figures() {
        var answer = get("/api/funding/v1/x", "X-Large", "x".repeat(17_000));

        assertThat(answer.statusCode()).isEqualTo(431);
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getString("title")).isEqualTo("请求头过大");
        assertThat(problem.getJsonObject("figures").getInteger("limit")).isEqualTo(16_384);
        assertThat(problem.getJsonObject("figures").getInteger("actual")).isGreaterThan(17_000);
    }

    @Test
    void headers_beyond_what_is_read_at_all_are_a_431_too() throws Exception {
        String answer = Wire.exchange(
                "GET /api/funding/v1/x HTTP/1.1\r\nHost: g\r\nX-Large: " + "x".repeat(40_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431");
    }

    @Test
    void a_target_over_the_limit_is_a_414_with_both_figures() {
        var answer = get("/api/funding/v1/x?q=" + "x".repeat(9_000), "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(new JsonObject(answer.body()).getString("detail")).contains("9020", "8192");
    }

    @Test
    void a_target_beyond_what_is_read_at_all_is_a_414_too() throws Exception {
        String answer = Wire.exchange("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: g\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.[01] 414 .*");
    }

    @Test
    void a_body_that_pauses_is_a_408_and_not_the_services_fault() throws Exception {
        funding.answers(
                request -> request.bodyHandler(body -> request.response().end()));
        for (int i = 0; i < 3; i++) {
            String answer =
                    Wire.exchange("POST /api/funding/v1/x HTTP/1.1\r\nHost: g\r\nContent-Length: 100\r\n\r\nhalf");
            assertThat(answer).startsWith("HTTP/1.1 408");
            assertThat(body(answer).getString("code")).isEqualTo("request-timeout");
        }
        assertThat(get("/api/funding/v1/x").statusCode()).isEqualTo(200);
    }

    @Test
    void an_upload_that_is_slow_but_moves_may_take_longer_than_the_routes_timeout() throws Exception {
        funding.answers(
                request -> request.bodyHandler(body -> request.response().end("got " + body.length())));
        var ticks = new java.util.concurrent.LinkedBlockingQueue<Integer>();
        try (var ticker = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
                Wire wire = Wire.open()) {
            wire.send("POST /api/funding/v1/x HTTP/1.1\r\nHost: g\r\nContent-Length: 20\r\n\r\n");
            ticker.scheduleAtFixedRate(() -> ticks.add(1), 0, 200, TimeUnit.MILLISECONDS);
            for (int i = 0; i < 20; i++) {
                ticks.take();
                wire.send("x");
            }
            ticker.shutdownNow();
            assertThat(wire.head()).startsWith("HTTP/1.1 200");
        }
    }

    private static JsonObject body(String answer) {
        String text = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        return new JsonObject(text.replace("[reset]", ""));
    }
}
