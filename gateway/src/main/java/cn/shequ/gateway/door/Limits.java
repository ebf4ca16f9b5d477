package cn.shequ.gateway.door;

import cn.shequ.gateway.GatewaySettings;
import cn.shequ.gateway.problem.Problem;
import cn.shequ.gateway.problem.ProblemCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;

/** What of a request's size can be judged from its head. */
final class Limits {
    /** Colon, space, carriage return and line feed around each header. */
    private static final int PER_HEADER = 4;

    private final GatewaySettings.Limits limits;

    Limits(GatewaySettings.Limits limits) {
        this.limits = limits;
    }

    Optional<Problem> refusal(HttpServerRequest request) {
        int target = request.uri().length();
        if (target > limits.targetBytes()) {
            return Optional.of(tooMuch(ProblemCode.TARGET_TOO_LONG, limits.targetBytes(), target));
        }
        int headers = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            headers += header.getKey().length() + header.getValue().length() + PER_HEADER;
        }
        if (headers > limits.headerBytes()) {
            return Optional.of(tooMuch(ProblemCode.HEADERS_TOO_LARGE, limits.headerBytes(), headers));
        }
        if (announcedBytes(request) > limits.bodyBytes()) {
            return Optional.of(Problem.of(ProblemCode.BODY_TOO_LARGE).with("limit", limits.bodyBytes()));
        }
        return Optional.empty();
    }

    private static Problem tooMuch(ProblemCode code, int limit, int actual) {
        return Problem.of(code).with("limit", limit).with("actual", actual);
    }

    private static long announcedBytes(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return 0; // chunked: counted while it flows
        }
        try {
            return Long.parseLong(length);
        } catch (NumberFormatException tooManyDigits) {
            return Long.MAX_VALUE;
        }
    }
}
