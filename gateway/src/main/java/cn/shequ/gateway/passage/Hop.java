package cn.shequ.gateway.passage;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Headers that concern one connection only and must not travel further (RFC 9110, 7.6.1). */
final class Hop {
    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-authentication-info",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** A client cannot name these in {@code Connection} to have them taken away from the service. */
    private static final Set<String> NEVER = Set.of("host", "content-length", "authorization", "forwarded");

    private Hop() {}

    /** Lower-case names of the headers that end here, those named in {@code Connection} included. */
    static Set<String> headersOf(MultiMap headers) {
        Set<String> names = new HashSet<>(ALWAYS);
        for (String list : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : list.split(",", -1)) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        names.removeAll(NEVER);
        return names;
    }
}
