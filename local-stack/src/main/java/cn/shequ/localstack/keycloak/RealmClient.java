package cn.shequ.localstack.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What is asked of a running Keycloak: tokens, and to take in persons. */
final class RealmClient {

    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI server;
    private final String adminSecret;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param adminSecret of the administrating client that Keycloak was started with */
    RealmClient(URI server, String adminSecret) {
        this.server = server;
        this.adminSecret = adminSecret;
    }

    /** True when the realm answers. */
    boolean isReady() {
        try {
            return send(request("/realms/shequ/.well-known/openid-configuration")
                                    .GET())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A person's token, as {@code curl} would get it. */
    String tokenByPassword(String username, String password) throws IOException {
        return token(
                "shequ",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        PartialImport.PASSWORD_CLIENT,
                        "username",
                        username,
                        "password",
                        password));
    }

    /** Takes in what the file of a partial import says. The administrator's token holds for a minute, and is not kept. */
    void partialImport(String content) throws IOException {
        String token = token(
                "master",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        Keycloak.ADMIN_CLIENT,
                        "client_secret",
                        adminSecret));
        HttpResponse<String> answer = send(request("/admin/realms/shequ/partialImport")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(content)));
        expect(200, answer);
    }

    private String token(String realm, Map<String, String> form) throws IOException {
        HttpResponse<String> answer = send(request("/realms/" + realm + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
        expect(200, answer);
        return json.readTree(answer.body()).path("access_token").asText();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void expect(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(ANSWER);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Keycloak was asked", e);
        }
    }
}
