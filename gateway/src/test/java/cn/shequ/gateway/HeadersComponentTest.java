package cn.shequ.gateway;

import static cn.shequ.gateway.surroundings.Client.get;
import static cn.shequ.gateway.surroundings.Client.problem;
import static cn.shequ.gateway.surroundings.Client.send;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.gateway.surroundings.Client;
import cn.shequ.gateway.surroundings.Surrounded;
import cn.shequ.gateway.surroundings.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a head travels on, what is taken away, what is added. */
@QuarkusTest
class HeadersComponentTest extends Surrounded {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private CompletableFuture<MultiMap> received;

    @BeforeEach
    void listen() {
        received = new CompletableFuture<>();
        funding.answers(request -> {
            received.complete(request.headers());
            request.response().end();
        });
    }

    @Test
    void who_is_asking_is_said_by_the_gateway_alone() throws Exception {
        Wire.exchange("""
                GET /api/funding/v1/x HTTP/1.1\r
                Host: city.example:8443\r
                Forwarded: for=6.6.6.6;proto=https;host=evil.example\r
                forwarded: for=7.7.7.7\r
                X-Forwarded-For: 6.6.6.6\r
                X-Forwarded-Host: evil.example\r
                X-Forwarded-Proto: https\r
                X-Forwarded-Prefix: /evil\r
                X-Real-IP: 6.6.6.6\r
                Via: 1.1 evil\r
                Connection: close\r
                \r
                """);

        MultiMap headers = headers();
        assertThat(headers.getAll("Forwarded")).containsExactly("for=127.0.0.1;proto=http;host=\"city.example:8443\"");
        assertThat(headers.getAll("Via")).containsExactly("1.1 shequ");
        assertThat(headers.names()).noneMatch(name -> name.toLowerCase().startsWith("x-forwarded"));
        assertThat(headers.contains("X-Real-IP")).isFalse();
    }

    @Test
    void headers_of_one_connection_end_at_the_gateway() throws Exception {
        headOf("""
                GET /api/funding/v1/x HTTP/1.1\r
                Host: g\r
                Connection: close, X-Secret-Hop\r
                X-Secret-Hop: 1\r
                Keep-Alive: timeout=5\r
                TE: trailers\r
                Proxy-Authorization: Basic eA==\r
                Upgrade: other\r
                X-End-To-End: kept\r
                \r
                """);

        MultiMap headers = headers();
        assertThat(headers.get("X-End-To-End")).isEqualTo("kept");
        for (String name : new String[] {"X-Secret-Hop", "Keep-Alive", "TE", "Proxy-Authorization", "Upgrade"}) {
            assertThat(headers.contains(name)).as(name).isFalse();
        }
    }

    @Test
    void a_client_cannot_have_the_token_removed_by_naming_it_a_header_of_the_connection() throws Exception {
        headOf("GET /api/funding/v1/x HTTP/1.1\r\nHost: g\r\nConnection: close, Authorization, Forwarded\r\n"
                + "Authorization: Bearer " + issuer.token() + "\r\n\r\n");

        assertThat(headers().get("Authorization")).startsWith("Bearer ");
        assertThat(headers().get("Forwarded")).startsWith("for=127.0.0.1");
    }

    @Test
    void headers_of_an_answer_arrive_without_those_of_its_connection() {
        Iterable<String> cookies = List.of("a=1", "b=2");
        funding.answers(request -> request.response()
                .putHeader("Set-Cookie", cookies)
                .putHeader("ETag", "\"3\"")
                .putHeader("Keep-Alive", "timeout=9")
                .putHeader("X-Hop", "1")
                .putHeader("Connection", "X-Hop")
                .end());

        var headers = get("/api/funding/v1/x").headers();

        assertThat(headers.firstValue("ETag")).hasValue("\"3\"");
        assertThat(headers.allValues("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(headers.map().keySet()).doesNotContain("keep-alive", "x-hop");
    }

    @Test
    void the_trace_of_the_client_goes_on_to_the_service_in_a_span_of_its_own() throws Exception {
        get("/api/funding/v1/x", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01", "tracestate", "city=1");

        assertThat(headers().getAll("traceparent"))
                .singleElement()
                .asString()
                .startsWith("00-" + TRACE + "-")
                .doesNotContain("00f067aa0ba902b7");
        assertThat(headers().get("tracestate")).isEqualTo("city=1");
    }

    @Test
    void a_request_without_a_trace_gets_one() throws Exception {
        get("/api/funding/v1/x");

        assertThat(headers().getAll("traceparent"))
                .singleElement()
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void addresses_in_answers_are_those_that_work_from_outside() {
        funding.answers(request -> request.response()
                .putHeader("Location", "http://" + request.authority() + "/v1/funds/7")
                .putHeader("Content-Location", "/v1/funds/7")
                .putHeader(
                        "Link",
                        "</v1/funds?cursor=a%2Cb>; rel=\"next\", <https://law.example/v1/x>; rel=\"describedby\"")
                .end());

        var headers = get("/api/funding/v1/x").headers();

        assertThat(headers.firstValue("Location")).hasValue("/api/funding/v1/funds/7");
        assertThat(headers.firstValue("Content-Location")).hasValue("/api/funding/v1/funds/7");
        assertThat(headers.firstValue("Link"))
                .hasValue("</api/funding/v1/funds?cursor=a%2Cb>; rel=\"next\", "
                        + "<https://law.example/v1/x>; rel=\"describedby\"");
    }

    @Test
    void every_answer_has_the_security_headers_problems_included() {
        for (String path : new String[] {"/api/funding/v1/x", "/api/facilities/v1/x", "/nowhere", "/api/me"}) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).hasValue("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue("default-src 'none'; frame-ancestors 'none'");
        }
    }

    @Test
    void a_configured_origin_may_ask_beforehand_and_read_the_answer() {
        var asked = send("/api/funding/v1/x", request -> request.method("OPTIONS", BodyPublishers.noBody())
                .headers(
                        "Origin", "https://portal.example",
                        "Access-Control-Request-Method", "POST",
                        "Access-Control-Request-Headers", "Authorization,Idempotency-Key"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://portal.example");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .containsIgnoringCase("Idempotency-Key");

        var answer = get("/api/funding/v1/x", "Origin", "https://portal.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://portal.example");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("RateLimit");
    }

    @Test
    void another_origin_may_not() {
        var asked = send("/api/funding/v1/x", request -> request.method("OPTIONS", BodyPublishers.noBody())
                .headers("Origin", "https://evil.example", "Access-Control-Request-Method", "POST"));

        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        var refused = get("/api/funding/v1/x", "Origin", "https://evil.example", "Accept-Language", "en");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem(refused).getString("code")).isEqualTo("foreign-origin");
        assertThat(problem(get("/api/me", "Origin", "null")).getString("title")).isEqualTo("来源网页不被允许");
        assertThat(funding.seen()).isEmpty();
    }

    @Test
    void the_gateways_own_pages_may_call() {
        assertThat(Client.post("/api/funding/v1/x", "{}", "Origin", "http://127.0.0.1:" + Client.port())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void metrics_are_hidden_from_whoever_comes_through_another_proxy() {
        assertThat(get("/q/metrics").statusCode()).isEqualTo(200);
        assertThat(get("/q/metrics", "X-Forwarded-For", "10.0.0.1").statusCode())
                .isEqualTo(404);
        for (String same : List.of("/%71/metrics", "//q/metrics", "/q//metrics", "/q/openapi")) {
            assertThat(get(same, "X-Forwarded-For", "10.0.0.1").statusCode())
                    .as(same)
                    .isEqualTo(404);
        }
        assertThat(get("/q/health/ready", "X-Forwarded-For", "10.0.0.1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void passages_are_counted_by_service_and_outcome_and_never_by_path() {
        get("/api/funding/v1/never-in-a-metric-7711");
        get("/api/facilities/v1/x");

        String metrics = get("/q/metrics").body();
        assertThat(metrics)
                .contains(
                        "shequ_gateway_passage_seconds_count{outcome=\"answered\",service=\"funding\",status=\"2xx\"}")
                .contains("outcome=\"unreachable\",service=\"facilities\"")
                .containsPattern("shequ_gateway_passage_seconds_bucket\\{[^}]*le=\"0.25\"")
                .contains("shequ_gateway_rate_limited_total{policy=\"address\"} 0.0")
                .doesNotContain("never-in-a-metric-7711");
    }

    private static void headOf(String request) throws IOException {
        try (Wire wire = Wire.open()) {
            assertThat(wire.send(request).head()).startsWith("HTTP/1.1 200");
        }
    }

    private MultiMap headers() throws Exception {
        return received.get(30, TimeUnit.SECONDS);
    }
}
