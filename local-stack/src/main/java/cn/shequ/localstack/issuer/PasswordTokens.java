package cn.shequ.localstack.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Signs demonstration persons in with their password, at whichever issuer knows them, as {@code curl} would. */
public final class PasswordTokens implements TokenGiver {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Token(String text, long until) {}

    private final URI endpoint;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public PasswordTokens(URI issuer) {
        this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** A token is asked for again when half of its time is over. */
    @Override
    public String token(Person person) {
        return tokens.compute(
                        person.username(),
                        (name, known) -> known == null || known.until() < System.nanoTime() ? signIn(name) : known)
                .text();
    }

    @Override
    public String token(String subject, List<String> roles, @Nullable String division, @Nullable String department) {
        throw new UnsupportedOperationException("only the persons of the demonstration can sign in, not " + subject);
    }

    private Token signIn(String username) {
        String form = "grant_type=password&client_id=shequ-cli&password=demo&username="
                + URLEncoder.encode(username, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(
                        endpoint + " does not sign " + username + " in: " + answer.statusCode() + " " + answer.body());
            }
            JsonNode token = JSON.readTree(answer.body());
            Duration half =
                    Duration.ofSeconds(token.path("expires_in").asLong()).dividedBy(2);
            return new Token(token.path("access_token").asText(), System.nanoTime() + half.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while " + username + " signed in", e));
        }
    }
}
