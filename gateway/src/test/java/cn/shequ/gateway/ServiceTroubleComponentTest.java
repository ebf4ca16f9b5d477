package cn.shequ.gateway;

import static cn.shequ.gateway.surroundings.Client.get;
import static cn.shequ.gateway.surroundings.Client.post;
import static cn.shequ.gateway.surroundings.Client.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.gateway.surroundings.Babble;
import cn.shequ.gateway.surroundings.Client;
import cn.shequ.gateway.surroundings.Surrounded;
import cn.shequ.gateway.surroundings.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a client sees when a service is down, silent, or talks nonsense, and that the other services stay usable. */
@QuarkusTest
class ServiceTroubleComponentTest extends Surrounded {

    @Test
    void a_service_that_is_down_is_a_503_in_chinese_that_says_when_to_come_back() {
        var answer = get("/api/facilities/v1/communities");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("zh-CN");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("4");
        assertThat(problem(answer).getString("type")).isEqualTo("urn:shequ:problem:service-unavailable");
        assertThat(problem(answer).getString("title")).isEqualTo("服务暂不可用");
        assertThat(problem(answer).getString("detail")).contains("facilities");
        assertThat(problem(answer).getInteger("status")).isEqualTo(503);
        assertThat(problem(answer).getString("instance")).isEqualTo("/api/facilities/v1/communities");
        assertThat(problem(answer).getString("code")).isEqualTo("service-unavailable");
    }

    @Test
    void the_same_in_english_for_those_who_prefer_it() {
        var answer = get("/api/facilities/v1/communities", "Accept-Language", "en-GB,en;q=0.9,zh;q=0.1");

        assertThat(answer.headers().firstValue("Content-Language")).hasValue("en");
        assertThat(problem(answer).getString("title")).isEqualTo("Service unavailable");
    }

    @Test
    void a_silent_service_is_a_504_that_names_the_seconds() {
        admission.answers(request -> {});

        var answer = get("/api/admission/v1/tasks", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(problem(answer).getString("code")).isEqualTo("service-timeout");
        assertThat(problem(answer).getString("detail")).contains("admission", "3 seconds");
    }

    @Test
    void a_route_may_be_given_more_time() {
        workforce.answers(request -> {
            var vertx = io.vertx.core.Vertx.currentContext().owner();
            vertx.setTimer(4_500, late -> request.response().end("late"));
        });

        assertThat(get("/api/workforce/v1/reports/yearly").body()).isEqualTo("late");
        assertThat(get("/api/workforce/v1/volunteers").statusCode()).isEqualTo(504);
    }

    @Test
    void a_connection_closed_without_an_answer_is_a_502() {
        admission.answers(request -> request.connection().close());

        var answer = post("/api/admission/v1/tasks", "{}", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(problem(answer).getString("code")).isEqualTo("broken-answer");
        assertThat(problem(answer).getString("title")).isEqualTo("Broken answer");
    }

    @Test
    void an_answer_that_is_no_http_is_a_502() throws Exception {
        admission.goesDown();
        try (var babble = Babble.inPlaceOf("admission")) {
            // The gateway may notice a moment later that the connections it kept are gone.
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var answer = post("/api/admission/v1/tasks", "{}");

                assertThat(answer.statusCode()).isEqualTo(502);
                assertThat(problem(answer).getString("title")).isEqualTo("服务应答异常");
                assertThat(babble.connections()).isPositive();
            });
        } finally {
            admission.comesBack();
        }
    }

    @Test
    void an_answer_that_breaks_off_is_cut_and_never_looks_complete() throws Exception {
        admission.answers(request -> {
            request.response().setChunked(true).write("half");
            request.connection().close();
        });

        String answer = Wire.exchange("GET /api/admission/v1/x HTTP/1.1\r\nHost: g\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("half").doesNotContain("\r\n0\r\n\r\n");
    }

    @Test
    void an_answer_that_pauses_for_too_long_is_cut() throws Exception {
        admission.answers(request -> request.response().setChunked(true).write("half"));

        String answer = Wire.exchange("GET /api/admission/v1/x HTTP/1.1\r\nHost: g\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("half").doesNotContain("\r\n0\r\n\r\n");
    }

    @Test
    void a_harmless_request_is_tried_again_on_a_fresh_connection_and_a_writing_one_is_not() {
        var tries = new AtomicInteger();
        admission.answers(request -> {
            if (tries.incrementAndGet() == 1) {
                request.connection().close();
            } else {
                request.response().end("second");
            }
        });
        assertThat(get("/api/admission/v1/tasks").body()).isEqualTo("second");

        tries.set(0);
        assertThat(post("/api/admission/v1/tasks", "{}").statusCode()).isEqualTo(502);
        assertThat(tries).hasValue(1);
    }

    @Test
    void the_breaker_opens_after_failures_spares_the_service_and_closes_when_it_is_back() {
        admission.answers(request -> request.connection().close());
        for (int i = 0; i < 3; i++) {
            assertThat(post("/api/admission/v1/tasks", "{}").statusCode()).isEqualTo(502);
        }
        admission.isFriendly();
        admission.seen().clear();

        assertThat(get("/api/admission/v1/tasks").statusCode()).isEqualTo(503);
        assertThat(admission.seen()).isEmpty();
        assertThat(get("/api/funding/v1/funds").statusCode()).isEqualTo(200);
        assertThat(get("/q/metrics").body()).contains("shequ_gateway_breaker_open{service=\"admission\"} 1.0");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(get("/api/admission/v1/tasks").statusCode()).isEqualTo(200));
    }

    @Test
    void errors_a_service_reports_itself_pass_unchanged_and_do_not_open_the_breaker() {
        String problem = "{\"code\":\"not-admitted\",\"article\":\"4\"}";
        admission.answers(request -> request.response()
                .setStatusCode(500)
                .putHeader("Content-Type", "application/problem+json")
                .end(problem));

        for (int i = 0; i < 6; i++) {
            var answer = get("/api/admission/v1/tasks");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo(problem);
        }
    }

    @Test
    void a_service_without_a_free_connection_is_busy_and_the_others_are_not() {
        var release = new CompletableFuture<Void>();
        workforce.answers(request -> {
            var context = io.vertx.core.Vertx.currentContext();
            release.thenRun(() -> context.runOnContext(now -> request.response().end()));
        });
        // Two are served and one waits; the others see to it that the one below is not the one that waits.
        var waiting = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> get("/api/workforce/v1/reports/" + i)))
                .toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> workforce.seen().size() == 2);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var refused = get("/api/workforce/v1/reports/more");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(problem(refused).getString("code")).isEqualTo("service-busy");
        });
        assertThat(get("/api/funding/v1/funds").statusCode()).isEqualTo(200);
        release.complete(null);
        waiting.forEach(CompletableFuture::join);
    }

    @Test
    void a_service_that_was_down_is_usable_again_without_a_restart_of_the_gateway() {
        admission.goesDown();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        Client.get("/api/admission/v1/tasks").statusCode())
                .isEqualTo(503));
        admission.comesBack();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        Client.get("/api/admission/v1/tasks").statusCode())
                .isEqualTo(200));
    }
}
