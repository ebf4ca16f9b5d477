package cn.shequ.gateway.problem;

import cn.shequ.gateway.routing.RawPath;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** Writes a {@link Problem} as the answer to a request. */
public final class ProblemAnswer {
    private ProblemAnswer() {}

    /** Answers, unless an answer is already under way: then nothing but cutting the connection tells the truth. */
    public static void send(HttpServerRequest request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.ended()) {
            response.reset();
            return;
        }
        Language language = Language.preferredIn(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        response.setStatusCode(problem.code().status());
        problem.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader("Content-Language", language.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "Accept-Language");
        boolean unread = BodyLeft.mayBeUnread(request);
        if (unread
                && request.version()
                        != HttpVersion.HTTP_2) { // which has no such header: it ends streams, not connections
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.end(problem.in(language, RawPath.of(request)).toBuffer());
        if (unread) {
            BodyLeft.discardThenClose(request);
        }
    }
}
