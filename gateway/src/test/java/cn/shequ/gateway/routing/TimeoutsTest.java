package cn.shequ.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.gateway.GatewaySettings.RouteTimeout;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeoutsTest {
    private final Timeouts timeouts =
            new Timeouts(List.of(route("/v1/exports/.*", 120), route("/v1/.*", 10)), Duration.ofSeconds(30));

    @Test
    void the_first_route_that_matches_counts() {
        assertThat(timeouts.of("/v1/exports/2026")).isEqualTo(Duration.ofSeconds(120));
        assertThat(timeouts.of("/v1/funds")).isEqualTo(Duration.ofSeconds(10));
        assertThat(timeouts.of("/v1")).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_query_buys_no_time() {
        assertThat(timeouts.of("/v1/funds?x=/v1/exports/2026")).isEqualTo(Duration.ofSeconds(10));
    }

    private static RouteTimeout route(String path, int seconds) {
        return new RouteTimeout() {
            @Override
            public String path() {
                return path;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(seconds);
            }
        };
    }
}
