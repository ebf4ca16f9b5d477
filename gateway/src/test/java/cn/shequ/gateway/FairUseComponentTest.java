package cn.shequ.gateway;

import static cn.shequ.gateway.surroundings.Client.get;
import static cn.shequ.gateway.surroundings.Client.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.gateway.surroundings.Surrounded;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every caller and every address has a share, and is told how much of it is left. */
@QuarkusTest
@TestProfile(FairUseComponentTest.SmallShares.class)
class FairUseComponentTest extends Surrounded {

    public static class SmallShares implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shequ.gateway.fair-use.caller.requests", "3",
                    "shequ.gateway.fair-use.caller.window", "1m",
                    "shequ.gateway.fair-use.address.requests", "40",
                    "shequ.gateway.fair-use.address.window", "10s");
        }
    }

    @Test
    void a_caller_over_the_share_is_a_429_and_another_caller_is_not() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> addressHasLeft(get("/nowhere")) >= 12);
        String greedy = "Bearer " + issuer.token(claims -> claims.setSubject("greedy"));
        String modest = "Bearer " + issuer.token(claims -> claims.setSubject("modest"));

        for (int left = 2; left >= 0; left--) {
            var answer = get("/api/funding/v1/x", "Authorization", greedy);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "RateLimit")).contains("\"caller\";r=" + left + ";t=");
            assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"address\";q=40;w=10, \"caller\";q=3;w=60");
        }
        var refused = get("/api/funding/v1/x", "Authorization", greedy, "Accept-Language", "en");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(problem(refused).getString("code")).isEqualTo("too-many-requests");
        assertThat(problem(refused).getString("title")).isEqualTo("Too many requests");
        assertThat(problem(refused).getJsonObject("figures").getInteger("limit"))
                .isEqualTo(3);
        assertThat(Long.parseLong(header(refused, "Retry-After"))).isBetween(1L, 20L);
        assertThat(header(refused, "RateLimit")).contains("\"caller\";r=0;t=");

        assertThat(get("/api/funding/v1/x", "Authorization", modest).statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_address_over_its_share_is_a_429_whatever_token_it_tries_and_health_stays_open() {
        HttpResponse<String> last = get("/nowhere");
        for (int i = 0; i < 400 && last.statusCode() != 429; i++) {
            last = get("/nowhere", "Authorization", "Bearer guess-" + i);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(problem(last).getString("title")).isEqualTo("请求过于频繁");
        assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("/nowhere").statusCode()).isEqualTo(404));
    }

    private static int addressHasLeft(HttpResponse<String> answer) {
        return Integer.parseInt(header(answer, "RateLimit").replaceFirst("^\"address\";r=(\\d+);.*", "$1"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
