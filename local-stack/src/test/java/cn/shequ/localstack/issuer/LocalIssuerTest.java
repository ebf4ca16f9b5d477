package cn.shequ.localstack.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalIssuerTest {

    private static final String REDIRECT = "http://127.0.0.1:8080/signed-in";
    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @TempDir
    static Path directory;

    private static final HttpClient http = HttpClient.newHttpClient();
    private static LocalIssuer issuer;

    @BeforeAll
    static void start() throws Exception {
        issuer = onPort(0, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void it_refuses_to_listen_beyond_this_machine(String host) {
        assertThatThrownBy(() ->
                        LocalIssuer.start(new InetSocketAddress(host, 0), directory.resolve("key"), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("127.0.0.1 only");
    }

    @Test
    void discovery_leads_to_keys_that_verify_a_token_with_all_its_claims() throws Exception {
        Person person = Demonstration.load().person("health-nanguan");
        JwtClaims claims = verified(issuer.token(person));
        assertThat(claims.getSubject()).isEqualTo(person.subject());
        assertThat(claims.getStringClaimValue("preferred_username")).isEqualTo("health-nanguan");
        assertThat(claims.getStringClaimValue("division")).isEqualTo("220102000000");
        assertThat(claims.getStringClaimValue("department")).isEqualTo(person.department());
        assertThat(claims.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of("department-officer")));
        assertThat(claims.getStringClaimValue("azp")).isEqualTo(claims.getStringClaimValue("client_id"));
    }

    @Test
    void a_changed_token_does_not_verify() {
        String token = issuer.token(Demonstration.load().person("resident-huayang"));
        String[] parts = token.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String richer = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("resident\"", "auditor\"").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> verified(parts[0] + "." + richer + "." + parts[2]))
                .isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void a_token_ends_after_an_hour() throws Exception {
        Clock twoHoursAgo = Clock.fixed(Instant.now().minus(Duration.ofHours(2)), ZoneOffset.UTC);
        try (LocalIssuer old = onPort(0, twoHoursAgo)) {
            String token = old.token("anybody", List.of("auditor"), "220100000000", null);
            assertThatThrownBy(() -> verified(token, old))
                    .isInstanceOfSatisfying(InvalidJwtException.class, e -> assertThat(e.hasExpired())
                            .isTrue());
        }
    }

    @Test
    void tests_can_have_a_token_for_anybody() throws Exception {
        JwtClaims claims = verified(issuer.token("someone", List.of("a", "b"), "220103000000", null));
        assertThat(claims.getSubject()).isEqualTo("someone");
        assertThat(claims.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of("a", "b")));
        assertThat(claims.hasClaim("department")).isFalse();
    }

    @Test
    void somebody_may_be_bound_to_no_division() throws Exception {
        assertThat(verified(issuer.token("someone", List.of("resident"), null, null))
                        .hasClaim("division"))
                .isFalse();
    }

    @Test
    void a_token_outlives_a_restart_and_only_the_owner_may_read_the_key() throws Exception {
        LocalIssuer first = onPort(0, Clock.systemUTC());
        String token = first.token(Demonstration.load().person("auditor-city"));
        first.close();
        try (LocalIssuer second = onPort(URI.create(first.url()).getPort(), Clock.systemUTC())) {
            assertThat(verified(token, second).getStringClaimValue("preferred_username"))
                    .isEqualTo("auditor-city");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void curl_gets_a_token_with_name_and_password() throws Exception {
        JsonNode answer = json(post(form(
                "grant_type", "password", "client_id", "shequ-cli", "username", "finance-city", "password", "demo")));
        assertThat(answer.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(verified(answer.get("access_token").asText()).getStringClaimValue("preferred_username"))
                .isEqualTo("finance-city");
    }

    @Test
    void a_wrong_name_or_password_gets_no_token() throws Exception {
        for (String[] wrong : new String[][] {{"finance-city", "guess"}, {"nobody", "demo"}}) {
            HttpResponse<String> answer =
                    post(form("grant_type", "password", "client_id", "x", "username", wrong[0], "password", wrong[1]));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).get("error").asText()).isEqualTo("invalid_grant");
        }
    }

    @Test
    void a_system_gets_a_token_with_its_secret_in_the_form_or_by_basic_authentication() throws Exception {
        Demonstration.Client client =
                Demonstration.load().client("integrator-health-nanguan").orElseThrow();
        JsonNode byForm = json(post(form(
                "grant_type", "client_credentials", "client_id", client.clientId(), "client_secret", client.secret())));
        JsonNode byHeader = json(send(tokenRequest(form("grant_type", "client_credentials"))
                .header("Authorization", basic(client.clientId(), client.secret()))));
        for (JsonNode answer : List.of(byForm, byHeader)) {
            JwtClaims claims = verified(answer.get("access_token").asText());
            assertThat(claims.getStringClaimValue("client_id")).isEqualTo(client.clientId());
            assertThat(claims.getStringClaimValue("department")).isEqualTo(client.department());
            assertThat(claims.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of("system-integrator")));
        }
    }

    @Test
    void a_system_with_a_wrong_secret_gets_401() throws Exception {
        HttpResponse<String> answer = send(tokenRequest(form("grant_type", "client_credentials"))
                .header("Authorization", basic("integrator-city", "guess")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void a_browser_signs_in_by_choosing_a_person_and_proves_it_is_the_one_that_asked() throws Exception {
        String code = signIn("auditor-nanguan");
        JsonNode answer = json(redeem(code, VERIFIER, "shequ-web", REDIRECT));
        assertThat(verified(answer.get("access_token").asText()).getStringClaimValue("preferred_username"))
                .isEqualTo("auditor-nanguan");
        JwtClaims identity = verifier("shequ-web", issuer)
                .processToClaims(answer.get("id_token").asText());
        assertThat(identity.getStringClaimValue("nonce")).isEqualTo("n-1");
    }

    @Test
    void a_wrong_verifier_gets_no_token_and_spends_the_code() throws Exception {
        String code = signIn("auditor-nanguan");
        assertNoGrant(redeem(code, VERIFIER.replace('d', 'e'), "shequ-web", REDIRECT));
        assertNoGrant(redeem(code, VERIFIER, "shequ-web", REDIRECT));
    }

    @Test
    void a_code_is_good_once_and_for_its_own_client_and_address() throws Exception {
        String spent = signIn("auditor-city");
        assertThat(redeem(spent, VERIFIER, "shequ-web", REDIRECT).statusCode()).isEqualTo(200);
        assertNoGrant(redeem(spent, VERIFIER, "shequ-web", REDIRECT));
        assertNoGrant(redeem(signIn("auditor-city"), VERIFIER, "another", REDIRECT));
        assertNoGrant(redeem(signIn("auditor-city"), VERIFIER, "shequ-web", REDIRECT + "/else"));
    }

    @Test
    void the_sign_in_page_lists_every_person_in_chinese_and_english() throws Exception {
        String page = send(HttpRequest.newBuilder(authorization(CHALLENGE, "S256", REDIRECT)))
                .body();
        for (Person person : Demonstration.load().persons()) {
            assertThat(page)
                    .contains("value=\"" + person.username() + "\"")
                    .contains(person.nameZh())
                    .contains(SignInPage.escape(person.nameEn()));
        }
    }

    @Test
    void a_browser_without_pkce_is_sent_back_with_an_error() throws Exception {
        for (URI uri : List.of(authorization(VERIFIER, "plain", REDIRECT), authorization("", "S256", REDIRECT))) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(uri));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .startsWith(REDIRECT + "?error=invalid_request")
                    .endsWith("&state=s-1");
        }
    }

    @Test
    void a_code_is_never_sent_to_another_machine() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(authorization(CHALLENGE, "S256", "http://example.org/signed-in")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "grant_type=", "grant_type=magic", "grant_type=authorization_code", "%%%=&&=&grant_type"})
    void a_senseless_token_request_is_a_400_in_the_words_of_oauth(String body) throws Exception {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("error").asText()).isNotBlank();
    }

    private static LocalIssuer onPort(int port, Clock clock) throws Exception {
        return LocalIssuer.start(new InetSocketAddress("127.0.0.1", port), directory.resolve("key.json"), clock);
    }

    private String signIn(String username) throws Exception {
        String page = send(HttpRequest.newBuilder(authorization(CHALLENGE, "S256", REDIRECT)))
                .body();
        Matcher request = Pattern.compile("name=\"request\" value=\"([^\"]+)\"").matcher(page);
        assertThat(request.find()).isTrue();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(endpoint("/auth"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form("request", request.group(1), "username", username))));
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(REDIRECT + "?code=").endsWith("&state=s-1");
        Matcher code = Pattern.compile("code=([^&]+)").matcher(location);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private HttpResponse<String> redeem(String code, String verifier, String client, String redirect) throws Exception {
        return post(form(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "code_verifier",
                verifier,
                "client_id",
                client,
                "redirect_uri",
                redirect));
    }

    private URI authorization(String challenge, String method, String redirect) {
        return URI.create(endpoint("/auth") + "?"
                + form(
                        "response_type",
                        "code",
                        "client_id",
                        "shequ-web",
                        "redirect_uri",
                        redirect,
                        "scope",
                        "openid",
                        "state",
                        "s-1",
                        "nonce",
                        "n-1",
                        "code_challenge",
                        challenge,
                        "code_challenge_method",
                        method));
    }

    private URI endpoint(String name) {
        return URI.create(issuer.url() + "/protocol/openid-connect" + name);
    }

    private HttpResponse<String> post(String form) throws Exception {
        return send(tokenRequest(form));
    }

    private HttpRequest.Builder tokenRequest(String form) {
        return HttpRequest.newBuilder(endpoint("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }

    private static void assertNoGrant(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("error").asText()).isEqualTo("invalid_grant");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String form(String... namesAndValues) {
        return java.util.stream.IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> namesAndValues[2 * i] + "="
                        + URLEncoder.encode(namesAndValues[2 * i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private JwtClaims verified(String token) throws Exception {
        return verified(token, issuer);
    }

    private JwtClaims verified(String token, LocalIssuer by) throws Exception {
        return verifier(TokenMint.AUDIENCE, by).processToClaims(token);
    }

    /** As a service does it: from the issuer's URL to discovery, from there to the keys. */
    private JwtConsumer verifier(String audience, LocalIssuer by) throws Exception {
        JsonNode discovery =
                json(send(HttpRequest.newBuilder(URI.create(by.url() + "/.well-known/openid-configuration"))));
        assertThat(discovery.get("issuer").asText()).isEqualTo(by.url());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(
                        new HttpsJwks(discovery.get("jwks_uri").asText())))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "RS256")
                .setExpectedIssuer(discovery.get("issuer").asText())
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .build();
    }
}
