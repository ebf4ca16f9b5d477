package cn.shequ.gateway.passage;

import static cn.shequ.gateway.problem.Problem.wholeSeconds;

import cn.shequ.gateway.GatewaySettings;
import cn.shequ.gateway.problem.Problem;
import cn.shequ.gateway.problem.ProblemCode;
import java.time.Duration;

/** What the client is told when a passage failed. */
final class Refusals {
    private static final Duration BUSY_WAIT = Duration.ofSeconds(1);

    private final GatewaySettings settings;

    Refusals(GatewaySettings settings) {
        this.settings = settings;
    }

    Problem of(Outcome outcome, ServiceClient service, String uri) {
        return switch (outcome) {
            case UNREACHABLE ->
                problem(ProblemCode.SERVICE_UNAVAILABLE, service)
                        .retryAfter(settings.breaker().rest());
            case BUSY -> problem(ProblemCode.SERVICE_BUSY, service).retryAfter(BUSY_WAIT);
            case TIMEOUT ->
                problem(ProblemCode.SERVICE_TIMEOUT, service).with("seconds", wholeSeconds(service.timeoutOf(uri)));
            case BROKEN -> problem(ProblemCode.BROKEN_ANSWER, service);
            case BODY_TOO_LARGE ->
                Problem.of(ProblemCode.BODY_TOO_LARGE)
                        .with("limit", settings.limits().bodyBytes());
            case CLIENT_TOO_SLOW ->
                Problem.of(ProblemCode.REQUEST_TIMEOUT)
                        .with("seconds", wholeSeconds(settings.patience().slowClient()));
            case ANSWERED, CLIENT_GONE, GATEWAY_ERROR -> Problem.of(ProblemCode.INTERNAL_ERROR);
        };
    }

    private static Problem problem(ProblemCode code, ServiceClient service) {
        return Problem.of(code).with("service", service.name());
    }
}
