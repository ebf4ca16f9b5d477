package cn.shequ.localstack.issuer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * OpenID Connect for one machine: discovery, keys, authorization code with PKCE, client credentials, and a
 * password grant with which {@code curl} gets a token for a demonstration person.
 *
 * <p>The paths are Keycloak's, so that what is written for one works with the other. It hands out anybody's token
 * to anybody who asks, hence it refuses to listen anywhere but on the loopback interface.
 */
public final class LocalIssuer implements AutoCloseable {

    private static final String REALM = "/realms/shequ";
    private static final String PROTOCOL = REALM + "/protocol/openid-connect";

    private final HttpServer server;
    private final ExecutorService threads;
    private final TokenMint mint;
    private final TokenEndpoint tokens;
    private final AuthorizationEndpoint authorization;

    private LocalIssuer(HttpServer server, TokenMint mint, Clock clock) {
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.mint = mint;
        SignIns signIns = new SignIns(clock);
        Demonstration demonstration = Demonstration.load();
        this.tokens = new TokenEndpoint(mint, signIns, demonstration);
        this.authorization = new AuthorizationEndpoint(mint.issuer(), signIns, demonstration);
    }

    /**
     * @param address where to listen; anything but a loopback address is refused
     * @param keyFile holds the signing key; made when it is not there
     */
    public static LocalIssuer start(InetSocketAddress address, Path keyFile, Clock clock) throws IOException {
        InetAddress host = address.getAddress();
        if (host == null || !host.isLoopbackAddress()) {
            throw new IllegalArgumentException("The local issuer gives anybody's token to anybody who asks; it listens"
                    + " on 127.0.0.1 only, not on " + address.getHostString() + ". Use Keycloak for anything else.");
        }
        HttpServer server = HttpServer.create(address, 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort() + REALM;
        LocalIssuer local = new LocalIssuer(server, TokenMint.open(issuer, keyFile, clock), clock);
        server.setExecutor(local.threads);
        server.createContext("/", local::handle);
        server.start();
        return local;
    }

    /** The issuer URL, as in the {@code iss} claim; discovery is below it. */
    public String url() {
        return mint.issuer();
    }

    public String token(Person person) {
        return mint.token(person);
    }

    /** A token for whatever a test needs. */
    public String token(String subject, List<String> roles, @Nullable String division, @Nullable String department) {
        return mint.token(subject, roles, division, department);
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            Exchange exchange = new Exchange(http);
            try {
                route(exchange);
            } catch (OAuthError e) {
                exchange.json(e.status(), Map.of("error", e.code(), "error_description", e.description()));
            }
        }
    }

    private void route(Exchange exchange) throws IOException, OAuthError {
        if (!exchange.isForThisMachine()) {
            throw new OAuthError(421, "invalid_request", "this issuer answers for 127.0.0.1 and localhost only");
        }
        String path = exchange.http().getRequestURI().getPath();
        if (exchange.hasMethod("OPTIONS")) {
            exchange.preflight();
            return;
        }
        switch (path) {
            case REALM + "/.well-known/openid-configuration" -> exchange.json(200, discovery());
            case PROTOCOL + "/certs" -> exchange.json(200, Map.of("keys", List.of(mint.publicKey())));
            case PROTOCOL + "/auth" -> authorization.answer(exchange);
            case PROTOCOL + "/token" -> {
                if (!exchange.hasMethod("POST")) {
                    throw new OAuthError(405, "invalid_request", "the token endpoint takes POST");
                }
                tokens.answer(exchange);
            }
            default -> throw new OAuthError(404, "invalid_request", "nothing is here; begin at discovery");
        }
    }

    private Map<String, Object> discovery() {
        String protocol = mint.issuer() + "/protocol/openid-connect";
        return Map.ofEntries(
                Map.entry("issuer", mint.issuer()),
                Map.entry("authorization_endpoint", protocol + "/auth"),
                Map.entry("token_endpoint", protocol + "/token"),
                Map.entry("jwks_uri", protocol + "/certs"),
                Map.entry("grant_types_supported", List.of("authorization_code", "client_credentials", "password")),
                Map.entry("response_types_supported", List.of("code")),
                Map.entry("subject_types_supported", List.of("public")),
                Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
                Map.entry("code_challenge_methods_supported", List.of("S256")),
                Map.entry(
                        "token_endpoint_auth_methods_supported",
                        List.of("client_secret_basic", "client_secret_post", "none")),
                Map.entry("scopes_supported", List.of("openid", "profile")),
                Map.entry(
                        "claims_supported",
                        List.of(
                                "sub",
                                "preferred_username",
                                "name",
                                "realm_access",
                                "division",
                                "department",
                                "client_id")),
                Map.entry("authorization_response_iss_parameter_supported", true));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
