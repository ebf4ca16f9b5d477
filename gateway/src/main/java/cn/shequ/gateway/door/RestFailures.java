package cn.shequ.gateway.door;

import cn.shequ.gateway.problem.Language;
import cn.shequ.gateway.problem.Problem;
import cn.shequ.gateway.routing.RawPath;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The same for failures that the REST layer catches before the door sees them. */
class RestFailures {

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        ForbiddenException.class,
        OIDCException.class,
        WebApplicationException.class
    })
    Response answer(Throwable failure, RoutingContext context) {
        Problem problem = Failures.problemOf(failure, context);
        Language language = Language.preferredIn(context.request().getHeader("Accept-Language"));
        Response.ResponseBuilder answer = Response.status(problem.code().status())
                .type(Problem.MEDIA_TYPE)
                .header("Content-Language", language.tag())
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language")
                .entity(problem.in(language, RawPath.of(context.request())).encode());
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
