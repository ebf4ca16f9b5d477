package cn.shequ.gateway.door;

import io.vertx.core.MultiMap;

/** Headers that keep a browser from doing with our answers what nobody asked for. */
final class SecurityHeaders {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** The pages live from what the gateway serves; the documentation viewer writes style attributes. */
    private static final String OWN_PAGES = "default-src 'none'; script-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void set(String path, MultiMap headers) {
        boolean page = path.equals("/") || path.endsWith(".html") || path.startsWith("/api/docs");
        headers.set("Content-Security-Policy", page ? OWN_PAGES : NOTHING)
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-site");
    }
}
