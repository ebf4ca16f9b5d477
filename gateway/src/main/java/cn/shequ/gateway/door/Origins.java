package cn.shequ.gateway.door;

import cn.shequ.gateway.problem.Problem;
import cn.shequ.gateway.problem.ProblemCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which pages may call from a browser: the gateway's own and those configured. The CORS filter behind this one would
 * refuse the others too, but without a word.
 */
final class Origins {
    private final Set<String> allowed;

    Origins(List<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    Optional<Problem> refusal(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || allowed.contains(origin) || origin.equals(ownOrigin(request))) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(ProblemCode.FOREIGN_ORIGIN).with("origin", origin));
    }

    private static String ownOrigin(HttpServerRequest request) {
        return (request.isSSL() ? "https://" : "http://") + request.authority();
    }
}
