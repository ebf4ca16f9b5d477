package cn.shequ.gateway;

import static cn.shequ.gateway.surroundings.Client.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.issuer.LocalIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of the issuer that the suite runs with on one machine open the door. */
@QuarkusTest
@TestProfile(LocalIssuerComponentTest.AtTheLocalIssuer.class)
class LocalIssuerComponentTest {

    public static class AtTheLocalIssuer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("SHEQU_ISSUER", "http://127.0.0.1:" + FreePort.find() + "/realms/shequ");
        }
    }

    @Test
    void its_claims_are_understood(@TempDir Path keys) throws IOException {
        URI issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", URI.class);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), issuer.getPort());
        try (LocalIssuer local = LocalIssuer.start(address, keys.resolve("key.json"), Clock.systemUTC())) {
            String token =
                    local.token("nurse-zhao", List.of("department-officer"), "220102000000", "11220100013554789R");

            var answer = await().atMost(Duration.ofSeconds(30))
                    .until(() -> get("/api/me", "Authorization", "Bearer " + token), LocalIssuerComponentTest::judged);

            assertThat(answer.statusCode()).isEqualTo(200);
            var me = new JsonObject(answer.body());
            assertThat(me.getString("name")).isEqualTo("nurse-zhao");
            assertThat(me.getJsonArray("roles")).isEqualTo(new JsonArray(List.of("department-officer")));
            assertThat(me.getString("division")).isEqualTo("220102000000");
            assertThat(me.getString("department")).isEqualTo("11220100013554789R");
        }
    }

    /** The gateway has found the issuer, which began after it. */
    private static boolean judged(HttpResponse<String> answer) {
        return answer.statusCode() != 503;
    }
}
