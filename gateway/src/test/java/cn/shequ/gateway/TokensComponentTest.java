package cn.shequ.gateway;

import static cn.shequ.gateway.surroundings.Client.get;
import static cn.shequ.gateway.surroundings.Client.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.gateway.surroundings.Surrounded;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** A token that is sent is checked; one that is not sent is the service's question. */
@QuarkusTest
class TokensComponentTest extends Surrounded {

    @Test
    void a_good_token_passes_and_reaches_the_service_unchanged_so_that_it_can_check_again() {
        funding.answers(request -> request.response().end(request.getHeader("Authorization")));
        String token = issuer.token();

        var answer = get("/api/funding/v1/funds", "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("Bearer " + token);
    }

    @Test
    void a_request_without_a_token_is_the_services_to_judge() {
        funding.answers(request -> request.response().setStatusCode(401).end("the service's own words"));

        var answer = get("/api/funding/v1/funds");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("the service's own words");
    }

    @Test
    void an_expired_token_is_a_401_in_both_languages() {
        String expired = issuer.token(claims -> claims.setExpirationTime(NumericDate.fromSeconds(1_700_000_000)));

        isRefused(get("/api/funding/v1/funds", "Authorization", "Bearer " + expired));
        var english = get("/api/funding/v1/funds", "Authorization", "Bearer " + expired, "Accept-Language", "en");
        assertThat(problem(english).getString("title")).isEqualTo("Invalid access token");
    }

    @Test
    void a_token_for_another_audience_is_a_401() {
        isRefusedWith(issuer.token(claims -> claims.setAudience("another-suite")));
    }

    @Test
    void a_token_of_another_issuer_is_a_401() {
        isRefusedWith(issuer.token(claims -> claims.setIssuer("https://elsewhere.example")));
    }

    @Test
    void a_token_signed_with_a_foreign_key_is_a_401() {
        isRefusedWith(issuer.tokenOfForeignKey());
    }

    @Test
    void a_token_without_a_signature_or_with_a_changed_claim_is_a_401() {
        String[] parts = issuer.token().split("\\.");
        String none = base64("{\"alg\":\"none\"}");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String promoted = base64(claims.replace("auditor", "platform-admin"));

        isRefusedWith(none + "." + parts[1] + ".");
        isRefusedWith(parts[0] + "." + promoted + "." + parts[2]);
        isRefusedWith("no.token.at-all");
        isRefusedWith("opaque");
    }

    @Test
    void a_bad_token_is_refused_on_every_path_even_where_none_would_be_needed() {
        assertThat(get("/api/admission/v1/tasks/admitted", "Authorization", "Bearer " + issuer.tokenOfForeignKey())
                        .statusCode())
                .isEqualTo(401);
        assertThat(admission.seen()).isEmpty();
    }

    @Test
    void keys_are_kept_for_many_tokens_and_fetched_anew_when_the_issuer_changes_them() {
        get("/api/funding/v1/funds", "Authorization", "Bearer " + issuer.token());
        int before = issuer.keyLookups();
        IntStream.range(0, 20).forEach(i -> get("/api/funding/v1/funds", "Authorization", "Bearer " + issuer.token()));
        assertThat(issuer.keyLookups()).isEqualTo(before);

        issuer.changesItsKey();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        get("/api/funding/v1/funds", "Authorization", "Bearer " + issuer.token())
                                .statusCode())
                .isEqualTo(200));
    }

    @Test
    void me_says_who_i_am() {
        var answer = get(
                "/api/me",
                "Authorization",
                "Bearer "
                        + issuer.token(claims -> {
                            claims.setClaim("department", "11220100013554789R");
                            claims.setExpirationTime(NumericDate.fromSeconds(4_000_000_000L));
                        }));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()))
                .isEqualTo(new JsonObject()
                        .put("subject", "0197c7e5-6a0b-7e57-9d2c-0d6c6a3b1f10")
                        .put("name", "finance.li")
                        .put("client", "shequ-web")
                        .put("roles", new io.vertx.core.json.JsonArray(List.of("auditor", "finance-officer")))
                        .put("division", "220100000000")
                        .put("department", "11220100013554789R")
                        .put("validUntil", "2096-10-02T07:06:40Z"));
    }

    @Test
    void me_leaves_out_what_the_token_does_not_say() {
        var answer = get(
                "/api/me",
                "Authorization",
                "Bearer "
                        + issuer.token(claims -> {
                            claims.unsetClaim("division");
                            claims.unsetClaim("azp");
                            claims.setClaim("client_id", "clinic-system");
                            claims.setClaim("realm_access", Map.of());
                        }));

        var me = new JsonObject(answer.body());
        assertThat(me.fieldNames()).doesNotContain("division", "department");
        assertThat(me.getString("client")).isEqualTo("clinic-system");
        assertThat(me.getJsonArray("roles")).isEmpty();
    }

    @Test
    void me_without_a_token_is_a_401_that_says_how_to_come_in() {
        var answer = get("/api/me", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"shequ\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem(answer).getString("code")).isEqualTo("unauthenticated");
        assertThat(problem(get("/api/me")).getString("title")).isEqualTo("需要登录");
    }

    @Test
    void me_with_a_bad_token_is_the_same_401_as_everywhere() {
        isRefused(get("/api/me", "Authorization", "Bearer " + issuer.tokenOfForeignKey()));
    }

    private void isRefusedWith(String token) {
        isRefused(get("/api/funding/v1/funds", "Authorization", "Bearer " + token));
        assertThat(funding.seen()).isEmpty();
    }

    private static void isRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"shequ\", error=\"invalid_token\"");
        assertThat(problem(answer).getString("code")).isEqualTo("invalid-token");
        assertThat(problem(answer).getString("title")).isEqualTo("访问令牌无效");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
