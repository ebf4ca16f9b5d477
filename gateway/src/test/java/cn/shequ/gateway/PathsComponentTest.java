package cn.shequ.gateway;

import static cn.shequ.gateway.surroundings.Client.get;
import static cn.shequ.gateway.surroundings.Client.problem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.gateway.surroundings.Surrounded;
import cn.shequ.gateway.surroundings.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths reach the service as they were sent, or not at all. */
@QuarkusTest
class PathsComponentTest extends Surrounded {

    @ParameterizedTest
    @CsvSource({
        "/api/funding/v1, /v1",
        "/api/funding/v1/, /v1/",
        "/api/funding/v1/funds?a=1&a=2&b=, /v1/funds?a=1&a=2&b=",
        "/api/funding/v1/funds?, /v1/funds?",
        "/api/funding/v1/funds?q=%E4%B8%80+b%2Bc&r=a%20b&path=../../q/metrics, /v1/funds?q=%E4%B8%80+b%2Bc&r=a%20b&path=../../q/metrics",
        "/api/funding/v1/a%2Fb/%E7%A4%BE%e5%8c%ba, /v1/a%2Fb/%E7%A4%BE%e5%8c%ba",
        "/api/funding/v1/a;m=1/b//c, /v1/a;m=1/b//c",
        "/api/funding/v1/100%25, /v1/100%25",
        "/api/funding/v1/x!$&'()*+;=:@?c=[0]!$'()*/?:@, /v1/x!$&'()*+;=:@?c=[0]!$'()*/?:@",
        "/api/funding/v1/...hidden/..txt, /v1/...hidden/..txt"
    })
    void path_and_query_are_kept_byte_for_byte(String sent, String received) throws IOException {
        String answer = request(sent);

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(funding.seen()).containsExactly(received);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/funding/v1/../q/metrics",
                "/api/funding/v1/./../q/metrics",
                "/api/funding/v1/%2e%2e/q/metrics",
                "/api/funding/v1/.%2E/q/metrics",
                "/api/funding/v1/%252e%252e/q/metrics",
                "/api/funding/v1/..%2fq/metrics",
                "/api/funding/v1/x%2f..%2f..%2fq%2fmetrics",
                "/api/funding/v1/..;a=b/q/metrics",
                "/api/funding/v1/%2e%2e%3bx/q/metrics",
                "/api/funding/v1/%5c..%5cq",
                "/api/funding/v1/..",
                "/api/funding/v1/x/..%00/q",
                "/api/funding/v1/%0d%0aX-Injected:%20yes",
                "/api/../q/metrics",
                "/api/funding/../../q/metrics"
            })
    void a_path_that_could_be_read_in_two_ways_is_refused(String path) throws IOException {
        String answer = request(path);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed-target\"");
        assertThat(funding.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/funding/v1/..\\q\\metrics", "/api/funding/v1/%zz", "/api/funding/v1/%e", "/api/<x>"})
    void what_is_no_uri_at_all_is_a_400(String target) throws IOException {
        assertThat(request(target)).startsWith("HTTP/1.1 400");
        assertThat(funding.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/funding/q/metrics",
                "/api/funding/q/health",
                "/api/funding/v1x/funds",
                "/api/funding/v2/funds",
                "/api/funding",
                "/api/funding//v1/funds",
                "/api//funding/v1/funds",
                "/api/%66unding/v1/funds",
                "/api/Funding/v1/funds",
                "/api/ledgers/v1/funds",
                "/API/funding/v1/funds",
                "/v1/funds"
            })
    void what_is_not_a_services_v1_is_a_404(String path) throws IOException {
        String answer = request(path);

        assertThat(answer).startsWith("HTTP/1.1 404").contains("\"code\":\"not-found\"");
        assertThat(funding.seen()).isEmpty();
    }

    @Test
    void an_absolute_target_is_read_by_its_path() throws IOException {
        String answer = request("http://elsewhere.example/api/funding/v1/funds?x=1");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(funding.seen()).containsExactly("/v1/funds?x=1");
    }

    @Test
    void an_unknown_address_is_a_404_in_both_languages() {
        var answer = get("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem(answer).getString("detail")).isEqualTo("网关上没有该地址：/nowhere。");
        assertThat(problem(get("/nowhere", "Accept-Language", "en")).getString("detail"))
                .isEqualTo("There is nothing at /nowhere.");
    }

    @Test
    void a_method_the_gateway_does_not_offer_is_a_405_that_says_which_it_does() throws IOException {
        String answer = Wire.exchange("DELETE /api/me HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405").contains("\"code\":\"method-not-allowed\"");
        assertThat(answer.lines().filter(line -> line.toLowerCase().startsWith("allow:")))
                .singleElement()
                .asString()
                .contains("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT"})
    void methods_that_turn_a_proxy_against_its_owner_are_never_passed_on(String method) throws IOException {
        String answer =
                Wire.exchange(method + " /api/funding/v1/funds HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405");
        assertThat(funding.seen()).isEmpty();
    }

    private static String request(String target) throws IOException {
        return Wire.exchange("GET " + target + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");
    }
}
