package cn.shequ.gateway.problem;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What to do with the body of a request that was answered before it was read.
 *
 * <p>Closing at once would make the client's system throw our answer away (a TCP reset overtakes it), reading on for
 * ever would let anyone send without end. So a little more is read and discarded, for a short while, then it is over.
 */
public final class BodyLeft {
    private static final long DISCARD_AT_MOST_BYTES = 1 << 20;
    private static final long LINGER_MILLIS = 1_000;

    private BodyLeft() {}

    public static boolean mayBeUnread(HttpServerRequest request) {
        return !request.isEnded() && announced(request);
    }

    /** True when the request's head says that a body follows. */
    public static boolean announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.version() == HttpVersion.HTTP_2 && !request.isEnded());
    }

    public static void discardThenClose(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(0); // NO_ERROR: the answer stands, just stop sending
            return;
        }
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        AtomicLong discarded = new AtomicLong();
        request.exceptionHandler(gone -> {});
        request.handler(chunk -> {
            if (discarded.addAndGet(chunk.length()) > DISCARD_AT_MOST_BYTES) {
                request.connection().close();
            }
        });
        request.endHandler(end -> request.connection().close());
        request.resume();
        Context here = Vertx.currentContext();
        if (here != null) {
            here.owner().setTimer(LINGER_MILLIS, late -> request.connection().close());
        }
    }
}
