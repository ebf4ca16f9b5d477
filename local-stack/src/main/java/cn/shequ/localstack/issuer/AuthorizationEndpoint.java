package cn.shequ.localstack.issuer;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the sign-in page and sends the browser back with a code. Clients are public, so PKCE is not optional. */
final class AuthorizationEndpoint {

    private final String issuer;
    private final SignIns signIns;
    private final Demonstration demonstration;

    AuthorizationEndpoint(String issuer, SignIns signIns, Demonstration demonstration) {
        this.issuer = issuer;
        this.signIns = signIns;
        this.demonstration = demonstration;
    }

    void answer(Exchange exchange) throws IOException {
        try {
            if (exchange.hasMethod("POST")) {
                chosen(exchange);
            } else {
                ask(exchange);
            }
        } catch (OAuthError e) {
            exchange.html(e.status(), SignInPage.refusal(e.description()));
        }
    }

    private void ask(Exchange exchange) throws IOException, OAuthError {
        Map<String, String> query = exchange.query();
        String redirectUri = TokenEndpoint.required(query, "redirect_uri");
        if (!Exchange.isLoopback(redirectUri) || redirectUri.contains("#")) {
            // Not answered by a redirect: the address itself is what is wrong.
            throw OAuthError.invalidRequest("redirect_uri must be an address of this machine without a fragment");
        }
        String clientId = TokenEndpoint.required(query, "client_id");
        String refusal = refusal(query);
        if (refusal != null) {
            exchange.redirect(with(redirectUri, "error", "invalid_request", "error_description", refusal)
                    + stateOf(query.get("state")));
            return;
        }
        String request = signIns.begin(new SignIns.Request(
                clientId,
                redirectUri,
                TokenEndpoint.required(query, "code_challenge"),
                query.getOrDefault("scope", "openid"),
                query.get("state"),
                query.get("nonce")));
        exchange.html(200, SignInPage.render(request, demonstration));
    }

    private static @Nullable String refusal(Map<String, String> query) {
        if (!"code".equals(query.get("response_type"))) {
            return "response_type must be code";
        }
        if (!"S256".equals(query.get("code_challenge_method"))
                || !query.getOrDefault("code_challenge", "").matches("[A-Za-z0-9_-]{43}")) {
            return "PKCE with code_challenge_method S256 is required";
        }
        return null;
    }

    private void chosen(Exchange exchange) throws IOException, OAuthError {
        Map<String, String> form = exchange.form();
        Person person = demonstration
                .find(TokenEndpoint.required(form, "username"))
                .orElseThrow(() -> OAuthError.invalidRequest("no demonstration person has this name"));
        SignIns.Request request = signIns.chosen(TokenEndpoint.required(form, "request"))
                .orElseThrow(() -> OAuthError.invalidRequest("this sign-in was used already or took too long"));
        String code = signIns.issueCode(new SignIns.Grant(request, person));
        exchange.redirect(with(request.redirectUri(), "code", code, "iss", issuer) + stateOf(request.state()));
    }

    private static String with(String uri, String name1, String value1, String name2, String value2) {
        return uri + (uri.contains("?") ? "&" : "?") + name1 + "=" + encode(value1) + "&" + name2 + "="
                + encode(value2);
    }

    private static String stateOf(@Nullable String state) {
        return state == null ? "" : "&state=" + encode(state);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
