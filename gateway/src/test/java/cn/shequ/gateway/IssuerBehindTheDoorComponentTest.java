package cn.shequ.gateway;

import static cn.shequ.gateway.surroundings.Client.get;
import static cn.shequ.gateway.surroundings.Client.post;
import static cn.shequ.gateway.surroundings.Client.problem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.gateway.surroundings.Backend;
import cn.shequ.gateway.surroundings.FreePorts;
import cn.shequ.gateway.surroundings.Issuer;
import cn.shequ.gateway.surroundings.Wire;
import cn.shequ.localstack.FreePort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An issuer that has no address of its own is reached through the gateway, and its tokens name the gateway. */
@QuarkusTest
@TestProfile(IssuerBehindTheDoorComponentTest.OneDoor.class)
@WithTestResource(FreePorts.class)
class IssuerBehindTheDoorComponentTest {

    private static final String PUBLIC_ISSUER = "https://city.example/realms/shequ";

    public static class OneDoor implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "SHEQU_ISSUER_URL", "http://127.0.0.1:" + FreePort.find(),
                    "SHEQU_ISSUER_INTERNAL", "http://127.0.0.1:" + FreePort.find(),
                    "quarkus.oidc.token.issuer", PUBLIC_ISSUER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/shequ",
                "/realms/shequ/.well-known/openid-configuration",
                "/realms/shequ/protocol/openid-connect/auth?client_id=shequ-web&redirect_uri=http%3A%2F%2Fa%2Fb",
                "/resources/a1b2c/login/keycloak.v2/css/styles.css"
            })
    void its_pages_and_files_are_carried_as_they_are(String target) {
        try (Backend keycloak = Backend.inPlaceOfIssuer()) {
            assertThat(get(target).statusCode()).isEqualTo(200);
            assertThat(keycloak.seen()).containsExactly(target);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/master/console/",
                "/admin/realms/shequ/users",
                "/realms/master/protocol/openid-connect/token",
                "/realms/master",
                "/realms/%6daster/protocol/openid-connect/token",
                "/realms/master;x/protocol/openid-connect/token",
                "/realms//master/protocol/openid-connect/token",
                "/realms/shequ/../master/account",
                "/resources/../admin/realms",
                "/resources/%2e%2e/admin/realms",
                "/metrics",
                "/health",
                "/api/issuer/v1/x"
            })
    void who_administers_it_does_so_from_inside(String target) throws IOException {
        try (Backend keycloak = Backend.inPlaceOfIssuer()) {
            String answer = Wire.exchange("GET " + target + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");

            assertThat(answer).containsPattern("^HTTP/1.1 40[04]");
            assertThat(keycloak.seen()).isEmpty();
        }
    }

    @Test
    void it_judges_by_itself_who_asks_and_from_which_page() throws Exception {
        CompletableFuture<MultiMap> received = new CompletableFuture<>();
        try (Backend keycloak = Backend.inPlaceOfIssuer()) {
            keycloak.answers(request -> {
                received.complete(request.headers());
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", "https://city.example/v1/after?code=7")
                        .putHeader("Referrer-Policy", "same-origin")
                        .end();
            });

            var answer = post(
                    "/realms/shequ/login-actions/authenticate",
                    "username=a",
                    "Origin",
                    "null",
                    "Authorization",
                    "Bearer of.somebody.else",
                    "X-Forwarded-Host",
                    "evil.example");

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue("https://city.example/v1/after?code=7");
            assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
            assertThat(answer.headers().firstValue("X-Frame-Options")).isEmpty();
            assertThat(answer.headers().firstValue("RateLimit"))
                    .hasValueSatisfying(share -> assertThat(share).contains("\"address\""));
            MultiMap headers = received.get(10, TimeUnit.SECONDS);
            assertThat(headers.get("Authorization")).isEqualTo("Bearer of.somebody.else");
            assertThat(headers.get("Forwarded")).startsWith("for=127.0.0.1;proto=http;host=\"127.0.0.1:");
            assertThat(headers.contains("X-Forwarded-Host")).isFalse();
        }
    }

    @Test
    void while_it_is_away_that_is_said() {
        var answer = get("/realms/shequ", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(problem(answer).getString("code")).isEqualTo("service-unavailable");
    }

    @Test
    void keys_come_from_inside_and_tokens_name_the_outside() {
        try (Issuer issuer = Issuer.start();
                Backend funding = Backend.inPlaceOf("funding")) {
            String inside = issuer.token();
            String outside = issuer.token(claims -> claims.setIssuer(PUBLIC_ISSUER));

            assertThat(get("/api/funding/v1/x", "Authorization", "Bearer " + outside)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get("/api/funding/v1/x", "Authorization", "Bearer " + inside)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(funding.seen()).hasSize(1);
        }
    }
}
