package cn.shequ.gateway.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Base of the tests at the real door: an issuer and three services; facilities is down. */
@WithTestResource(FreePorts.class)
public abstract class Surrounded {
    protected static Issuer issuer;
    protected static Backend admission;
    protected static Backend funding;
    protected static Backend workforce;

    @BeforeAll
    static void open() {
        issuer = Issuer.start();
        admission = Backend.inPlaceOf("admission");
        funding = Backend.inPlaceOf("funding");
        workforce = Backend.inPlaceOf("workforce");
    }

    /** What an earlier test did to a service must not linger in its breaker. */
    @BeforeEach
    void calm() {
        admission.isFriendly();
        funding.isFriendly();
        workforce.isFriendly();
        for (String service : List.of("admission", "funding", "workforce")) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            Client.get("/api/" + service + "/v1/calm").statusCode())
                    .isEqualTo(200));
        }
        List.of(admission, funding, workforce).forEach(backend -> backend.seen().clear());
    }

    @AfterAll
    static void close() {
        issuer.close();
        admission.close();
        funding.close();
        workforce.close();
    }
}
