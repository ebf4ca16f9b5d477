package cn.shequ.gateway.passage;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import java.util.Set;

/** What of a request's head a service gets to see. */
final class RequestHeaders {
    /** Claims about who is asking that only the gateway may make. */
    private static final Set<String> CLAIMS = Set.of("forwarded", "x-real-ip", "true-client-ip", "x-client-ip", "via");

    /** Written anew by the tracer, which has read the client's. */
    private static final Set<String> TRACE = Set.of("traceparent", "tracestate");

    private RequestHeaders() {}

    static void copy(HttpServerRequest from, MultiMap to) {
        Set<String> endHere = Hop.headersOf(from.headers());
        from.headers().forEach((name, value) -> {
            String key = name.toLowerCase(Locale.ROOT);
            // Expect is agreed hop by hop by whoever carries the body; Host is the service's own.
            boolean ours = key.equals("host") || key.equals("expect") || key.startsWith("x-forwarded-");
            if (!ours && !endHere.contains(key) && !CLAIMS.contains(key) && !TRACE.contains(key)) {
                to.add(name, value);
            }
        });
        HostAndPort host = from.authority();
        String scheme = from.isSSL() ? "https" : "http";
        String name = host == null ? null : host.toString();
        to.set("Forwarded", Forwarded.header(from.remoteAddress().hostAddress(), scheme, name));
        to.set("Via", "1.1 shequ");
    }
}
