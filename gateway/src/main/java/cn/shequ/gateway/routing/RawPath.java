package cn.shequ.gateway.routing;

import io.vertx.core.http.HttpServerRequest;

/** The path of a request exactly as it was sent, neither decoded nor normalised. */
public final class RawPath {
    private RawPath() {}

    /** Empty for a target that has no path, such as {@code *}. */
    public static String of(HttpServerRequest request) {
        String path = request.path();
        return path == null ? "" : path;
    }
}
