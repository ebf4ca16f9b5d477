package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.issuer.Demonstration;
import cn.shequ.localstack.issuer.Person;
import cn.shequ.localstack.keycloak.Keycloak;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the realm of {@code deploy/keycloak} lets through and what not; every other test shows that its tokens are good. */
@EnabledIfSystemProperty(named = "shequ.keycloak", matches = ".+", disabledReason = "./shequ test --keycloak")
class KeycloakIT {

    private static final Path FILES = SuiteUnderTest.home().resolve("deploy/keycloak");

    private final Keycloak keycloak = SuiteUnderTest.requireKeycloak();

    @ParameterizedTest
    @CsvSource({"shequ-web, /", "shequ-docs, /api/docs/oauth2-redirect.html"})
    void whoSignsInOnAPageIsKnownToTheSuite(String client, String page) throws Exception {
        String token = new BrowserSignIn(keycloak.server(), client, page).token("health-nanguan", "demo");

        Person person = Demonstration.load().person("health-nanguan");
        JsonNode me = known(token);
        assertThat(me.path("subject").asText()).isEqualTo(person.subject());
        assertThat(me.path("name").asText()).isEqualTo(person.username());
        assertThat(me.path("client").asText()).isEqualTo(client);
        assertThat(me.path("roles")).extracting(JsonNode::asText).containsExactlyElementsOf(person.roles());
        assertThat(me.path("division").asText()).isEqualTo(person.division());
        assertThat(me.path("department").asText()).isEqualTo(person.department());
    }

    @ParameterizedTest
    @CsvSource({"shequ-web, /", "shequ-docs, /api/docs/oauth2-redirect.html"})
    void aPageGetsNoCodeWithoutProofAndNoTokenForAPassword(String client, String page) throws Exception {
        BrowserSignIn browser = new BrowserSignIn(keycloak.server(), client, page);
        Map<String, String> readable = Map.of("code_challenge", "a".repeat(43), "code_challenge_method", "plain");
        for (Map<String, String> challenge : List.of(Map.<String, String>of(), readable)) {
            HttpResponse<String> answer = browser.ask(challenge);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("error=invalid_request");
        }
        assertThat(password(browser, client).body()).contains("unauthorized_client");
    }

    @ParameterizedTest
    @CsvSource({"shequ-web, /", "shequ-docs, /api/docs/oauth2-redirect.html"})
    void noCodeGoesToAnAddressOfOthers(String client, String page) throws Exception {
        BrowserSignIn elsewhere = new BrowserSignIn(keycloak.server(), client, "http://example.org" + page);
        assertThat(elsewhere.ask(BrowserSignIn.proof()).statusCode()).isEqualTo(400);
    }

    @Test
    void aTokenOfKeycloaksOwnClientsIsNoneOfTheSuites() throws Exception {
        HttpResponse<String> answer = password(new BrowserSignIn(keycloak.server(), "admin-cli", "/"), "admin-cli");
        assertThat(answer.statusCode()).isEqualTo(200);
        String token =
                new ObjectMapper().readTree(answer.body()).path("access_token").asText();
        assertThat(me(token).statusCode()).isEqualTo(401);
    }

    @Test
    void aSystemIsRegisteredAsTheReadmeSays(@TempDir Path directory) throws Exception {
        String said = bash(directory, """
                kcadm.sh config credentials --server %s --realm master --client %s --secret "$ADMIN_SECRET"
                """.formatted(keycloak.server(), keycloak.adminClient()) + registration());
        String secret = said.strip().lines().reduce((first, last) -> last).orElseThrow();
        assertThat(secret).as(said).hasSizeGreaterThan(30).doesNotContain(" ");

        HttpResponse<String> answer = new BrowserSignIn(keycloak.server(), "none", "/")
                .grant(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "integrator-health-city",
                        "client_secret", secret));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode tokens = new ObjectMapper().readTree(answer.body());
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(tokens.has("refresh_token")).isFalse();
        JsonNode me = known(tokens.path("access_token").asText());
        assertThat(me.path("roles")).extracting(JsonNode::asText).containsExactly("system-integrator");
        assertThat(me.path("division").asText()).isEqualTo("220100000000");
        assertThat(me.path("department").asText()).isEqualTo("11220100DEM000014N");
    }

    @Test
    void theLogNamesNobodyWhoFailsToSignIn() throws Exception {
        HttpResponse<String> refused = new BrowserSignIn(keycloak.server(), "shequ-cli", "/")
                .grant(Map.of(
                        "grant_type", "password",
                        "client_id", "shequ-cli",
                        "username", "planning-kuancheng",
                        "password", "wrong"));
        assertThat(refused.body()).contains("invalid_grant");
        assertThat(keycloak.log()).content().doesNotContain("planning-kuancheng");
    }

    private static HttpResponse<String> password(BrowserSignIn browser, String client)
            throws IOException, InterruptedException {
        return browser.grant(Map.of(
                "grant_type", "password",
                "client_id", client,
                "username", "finance-city",
                "password", "demo"));
    }

    private static JsonNode known(String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = me(token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    /** Who the gateway takes the bearer of this token for. */
    private static HttpResponse<String> me(String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        SuiteUnderTest.processes().gateway().resolve("/api/me"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString());
    }

    /** The commands of the README that fill in the form. */
    private static String registration() throws IOException {
        for (String block : Files.readString(FILES.resolve("README.md")).split("```(sh)?\n", -1)) {
            if (block.startsWith("sed ")) {
                return block;
            }
        }
        throw new AssertionError("the README does not say how a system is registered");
    }

    private String bash(Path directory, String session) throws IOException, InterruptedException {
        Path tools = Path.of(System.getProperty("shequ.keycloak"), "bin");
        ProcessBuilder bash = new ProcessBuilder(
                        "bash", "-c", "kcadm.sh() { sh \"$TOOLS/kcadm.sh\" \"$@\"; }\n" + session)
                .directory(FILES.toFile())
                .redirectErrorStream(true);
        bash.environment()
                .putAll(Map.of(
                        "TOOLS", tools.toString(),
                        "JAVA_HOME", System.getProperty("java.home"),
                        "KC_OPTS", "-Duser.home=" + directory,
                        "ADMIN_SECRET", keycloak.adminSecret()));
        Process process = bash.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
