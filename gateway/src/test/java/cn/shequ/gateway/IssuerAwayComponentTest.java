package cn.shequ.gateway;

import static cn.shequ.gateway.surroundings.Client.get;
import static cn.shequ.gateway.surroundings.Client.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.gateway.surroundings.Backend;
import cn.shequ.gateway.surroundings.FreePorts;
import cn.shequ.gateway.surroundings.Issuer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The gateway starts and serves what is public before the issuer is there, and finds it when it comes. */
@QuarkusTest
@TestProfile(IssuerAwayComponentTest.OnItsOwn.class)
@WithTestResource(FreePorts.class)
class IssuerAwayComponentTest {

    /** A gateway that has never seen an issuer. */
    public static class OnItsOwn implements QuarkusTestProfile {}

    @Test
    void a_token_nobody_can_judge_is_a_503_and_what_needs_none_stays_usable() {
        try (Backend funding = Backend.inPlaceOf("funding")) {
            assertThat(get("/api/funding/v1/checkpoint").statusCode()).isEqualTo(200);
            for (String path : new String[] {"/api/funding/v1/funds", "/api/me"}) {
                var answer = get(path, "Authorization", "Bearer a.b.c", "Accept-Language", "en");
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).as(path).hasValue("5");
                assertThat(problem(answer).getString("code")).as(path).isEqualTo("sign-in-unavailable");
            }

            try (Issuer issuer = Issuer.start()) {
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                                get("/api/funding/v1/funds", "Authorization", "Bearer " + issuer.token())
                                        .statusCode())
                        .isEqualTo(200));
            }
            assertThat(funding.seen()).hasSize(2);
        }
    }
}
