package cn.shequ.localstack.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives tokens for a code (RFC 6749 §4.1 with PKCE), a person's name (§4.3) or a client's secret (§4.4). */
final class TokenEndpoint {

    /** The one password of all demonstration persons. It protects nothing: the issuer serves this machine only. */
    static final String PASSWORD = "demo";

    private record Credentials(
            @Nullable String clientId, @Nullable String secret) {}

    private final TokenMint mint;
    private final SignIns signIns;
    private final Demonstration demonstration;

    TokenEndpoint(TokenMint mint, SignIns signIns, Demonstration demonstration) {
        this.mint = mint;
        this.signIns = signIns;
        this.demonstration = demonstration;
    }

    void answer(Exchange exchange) throws IOException, OAuthError {
        Map<String, String> form = exchange.form();
        Credentials client = credentials(exchange.header("Authorization"), form);
        Map<String, Object> answer =
                switch (required(form, "grant_type")) {
                    case "authorization_code" -> byCode(form, client);
                    case "password" -> byName(form, client);
                    case "client_credentials" -> bySecret(form, client);
                    case String other ->
                        throw new OAuthError(
                                400,
                                "unsupported_grant_type",
                                "use authorization_code, password or client_credentials, not " + other);
                };
        exchange.json(200, answer);
    }

    private Map<String, Object> byCode(Map<String, String> form, Credentials client) throws OAuthError {
        String verifier = required(form, "code_verifier");
        SignIns.Grant grant = signIns.redeem(required(form, "code"))
                .orElseThrow(() -> OAuthError.invalidGrant("the code is unknown, used or expired"));
        SignIns.Request request = grant.request();
        if (!request.clientId().equals(client.clientId())) {
            throw OAuthError.invalidGrant("the code was given to another client");
        }
        if (!request.redirectUri().equals(form.get("redirect_uri"))) {
            throw OAuthError.invalidGrant("redirect_uri is not the one the code was asked for with");
        }
        if (!grant.isProvenBy(verifier)) {
            throw OAuthError.invalidGrant("code_verifier does not match code_challenge");
        }
        Map<String, Object> answer = bearer(grant.person(), request.clientId(), request.scope());
        answer.put("id_token", mint.idToken(grant.person(), request.clientId(), request.nonce()));
        return answer;
    }

    private Map<String, Object> byName(Map<String, String> form, Credentials client) throws OAuthError {
        Person person = demonstration
                .find(required(form, "username"))
                .filter(found -> PASSWORD.equals(form.get("password")))
                .orElseThrow(() -> OAuthError.invalidGrant("no demonstration person has this name and password"));
        return bearer(person, client.clientId() == null ? "shequ-cli" : client.clientId(), scope(form));
    }

    private Map<String, Object> bySecret(Map<String, String> form, Credentials credentials) throws OAuthError {
        String secret = credentials.secret() == null ? "" : credentials.secret();
        String clientId = credentials.clientId() == null ? "" : credentials.clientId();
        Demonstration.Client client = demonstration
                .client(clientId)
                .filter(found -> MessageDigest.isEqual(found.secret().getBytes(UTF_8), secret.getBytes(UTF_8)))
                .orElseThrow(() -> OAuthError.invalidClient("no client has this id and secret"));
        return bearer(client.person(), client.clientId(), scope(form));
    }

    private Map<String, Object> bearer(Person person, String clientId, String scope) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", mint.accessToken(person, clientId, scope));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", TokenMint.LIFETIME.toSeconds());
        answer.put("scope", scope);
        return answer;
    }

    private static String scope(Map<String, String> form) {
        String asked = form.getOrDefault("scope", "");
        boolean openid = Arrays.asList(asked.split(" ")).contains("openid");
        return openid ? "openid profile" : "profile";
    }

    /** By HTTP Basic or in the form, as the client likes (RFC 6749 §2.3.1). */
    private static Credentials credentials(@Nullable String authorization, Map<String, String> form) throws OAuthError {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return new Credentials(form.get("client_id"), form.get("client_secret"));
        }
        try {
            String decoded = new String(Base64.getDecoder().decode(authorization.substring(6)), UTF_8);
            int colon = decoded.indexOf(':');
            if (colon < 0) {
                throw OAuthError.invalidClient("the Authorization header holds no id and secret");
            }
            return new Credentials(
                    Exchange.decode(decoded.substring(0, colon)), Exchange.decode(decoded.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw OAuthError.invalidClient("the Authorization header is not Base64");
        }
    }

    static String required(Map<String, String> values, String name) throws OAuthError {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw OAuthError.invalidRequest(name + " is missing");
        }
        return value;
    }
}
