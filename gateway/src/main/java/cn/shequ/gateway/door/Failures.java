package cn.shequ.gateway.door;

import cn.shequ.gateway.identity.TokenCheck;
import cn.shequ.gateway.problem.Problem;
import cn.shequ.gateway.problem.ProblemAnswer;
import cn.shequ.gateway.problem.ProblemCode;
import cn.shequ.gateway.routing.RawPath;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns whatever went wrong in the gateway's own operations into a problem. */
final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    static void nothingHere(RoutingContext context) {
        ProblemAnswer.send(context.request(), nothingAt(context));
    }

    static Problem nothingAt(RoutingContext context) {
        return Problem.of(ProblemCode.NOT_FOUND).with("path", RawPath.of(context.request()));
    }

    static void answer(RoutingContext context) {
        ProblemAnswer.send(context.request(), problemOf(context.failure(), context));
    }

    static Problem problemOf(@Nullable Throwable failure, RoutingContext context) {
        return switch (failure) {
            case UnauthorizedException missing -> TokenCheck.missing();
            case AuthenticationFailedException wrong -> TokenCheck.refusal(wrong);
            case OIDCException away -> TokenCheck.refusal(away);
            case ForbiddenException forbidden -> Problem.of(ProblemCode.FORBIDDEN_ROLE);
            case NotFoundException nothing -> nothingAt(context);
            case NotAllowedException method -> methodNotAllowed(context);
            case NotAcceptableException type -> Problem.of(ProblemCode.NOT_ACCEPTABLE);
            case NotSupportedException type -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
            case WebApplicationException other
            when other.getResponse().getStatus() < 500 -> Problem.of(ProblemCode.MALFORMED_REQUEST);
            case null -> ofStatus(context);
            default -> {
                LOG.error("Unexpected failure", failure);
                yield Problem.of(ProblemCode.INTERNAL_ERROR);
            }
        };
    }

    /** The gateway's own operations all read. */
    private static Problem methodNotAllowed(RoutingContext context) {
        return Problem.of(ProblemCode.METHOD_NOT_ALLOWED)
                .with("method", context.request().method().name())
                .withHeader("Allow", "GET, HEAD, OPTIONS");
    }

    private static Problem ofStatus(RoutingContext context) {
        return switch (context.statusCode()) {
            case 401 -> TokenCheck.missing();
            case 403 -> Problem.of(ProblemCode.FORBIDDEN_ROLE);
            case 404 -> nothingAt(context);
            case 405 ->
                Problem.of(ProblemCode.METHOD_NOT_ALLOWED)
                        .with("method", context.request().method().name());
            case 400 -> Problem.of(ProblemCode.MALFORMED_REQUEST);
            default -> Problem.of(ProblemCode.INTERNAL_ERROR);
        };
    }
}
