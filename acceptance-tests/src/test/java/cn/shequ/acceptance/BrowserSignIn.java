package cn.shequ.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in at Keycloak's page as a browser would: authorization code with PKCE, the example of RFC 7636. */
final class BrowserSignIn {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final URI server;
    private final String client;
    private final String page;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param page where the client is to get its code, a path of the issuer's own address */
    BrowserSignIn(URI server, String client, String page) {
        this.server = server;
        this.client = client;
        this.page = server.resolve(page).toString();
    }

    /** What the authorization endpoint says to a request with this challenge, or with none. */
    HttpResponse<String> ask(Map<String, String> challenge) throws IOException, InterruptedException {
        Map<String, String> query = new LinkedHashMap<>(
                Map.of("client_id", client, "response_type", "code", "scope", "openid", "redirect_uri", page));
        query.putAll(challenge);
        return get(endpoint("auth") + "?" + encoded(query));
    }

    static Map<String, String> proof() {
        return Map.of("code_challenge", CHALLENGE, "code_challenge_method", "S256");
    }

    /** The access token of whoever fills in this name and password. */
    String token(String username, String password) throws IOException, InterruptedException {
        HttpResponse<String> form = ask(proof());
        assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
        String action = found(FORM, form.body()).replace("&amp;", "&");
        HttpResponse<String> back = post(action, Map.of("username", username, "password", password), cookies(form));
        assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
        String location = back.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> tokens = post(
                endpoint("token"),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        client,
                        "redirect_uri",
                        page,
                        "code",
                        found(CODE, location),
                        "code_verifier",
                        VERIFIER));
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        return new ObjectMapper().readTree(tokens.body()).path("access_token").asText();
    }

    /** Asks the token endpoint for something. */
    HttpResponse<String> grant(Map<String, String> form) throws IOException, InterruptedException {
        return post(endpoint("token"), form);
    }

    private String endpoint(String name) {
        return server.resolve("/realms/shequ/protocol/openid-connect/" + name).toString();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, Map<String, String> form)
            throws IOException, InterruptedException {
        return post(address, form, "");
    }

    private HttpResponse<String> post(String address, Map<String, String> form, String cookies)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Cookie", cookies)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Browsers take this machine for secure without HTTPS and send them all; the JDK's cookie manager does not. */
    private static String cookies(HttpResponse<String> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
