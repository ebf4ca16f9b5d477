package cn.shequ.localstack.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP request and its answer, with the few things OpenID Connect needs of both. */
record Exchange(HttpExchange http) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_FORM = 64 * 1024;

    Map<String, String> query() {
        return parse(http.getRequestURI().getRawQuery());
    }

    Map<String, String> form() throws IOException, OAuthError {
        byte[] body = http.getRequestBody().readNBytes(LARGEST_FORM + 1);
        if (body.length > LARGEST_FORM) {
            throw new OAuthError(413, "invalid_request", "the form is larger than " + LARGEST_FORM + " bytes");
        }
        return parse(new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> parse(@Nullable String encoded) {
        Map<String, String> values = new HashMap<>();
        if (encoded == null || encoded.isBlank()) {
            return values;
        }
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.put(decode(name), decode(value));
        }
        return values;
    }

    static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }

    @Nullable
    String header(String name) {
        return http.getRequestHeaders().getFirst(name);
    }

    boolean hasMethod(String method) {
        return http.getRequestMethod().equals(method);
    }

    /** Another site's name that resolves to this machine must not reach the issuer through a browser. */
    boolean isForThisMachine() {
        String host = header("Host");
        return host != null && isLoopback("http://" + host);
    }

    static boolean isLoopback(String address) {
        try {
            String host = new URI(address).getHost();
            return "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    void json(int status, Map<String, ?> value) throws IOException {
        http.getResponseHeaders().set("Cache-Control", "no-store");
        allowPagesOfThisMachine();
        answer(status, "application/json", JSON.writeValueAsBytes(value));
    }

    void html(int status, String page) throws IOException {
        Headers headers = http.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        headers.set("Referrer-Policy", "no-referrer");
        answer(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    void redirect(String location) throws IOException {
        http.getResponseHeaders().set("Location", location);
        http.getResponseHeaders().set("Cache-Control", "no-store");
        http.sendResponseHeaders(303, -1);
    }

    void preflight() throws IOException {
        allowPagesOfThisMachine();
        http.getResponseHeaders().set("Access-Control-Allow-Methods", "GET, POST");
        http.getResponseHeaders().set("Access-Control-Allow-Headers", "Authorization, Content-Type");
        http.sendResponseHeaders(204, -1);
    }

    private void allowPagesOfThisMachine() {
        String origin = header("Origin");
        if (origin != null && isLoopback(origin)) {
            http.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
            http.getResponseHeaders().set("Vary", "Origin");
        }
    }

    private void answer(int status, String type, byte[] body) throws IOException {
        http.getResponseHeaders().set("Content-Type", type);
        http.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        http.sendResponseHeaders(status, body.length);
        http.getResponseBody().write(body);
    }
}
