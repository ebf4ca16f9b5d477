package cn.shequ.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.ConnectionException;

/** Every exception that leaves an operation becomes a problem here. */
class ExceptionAnswers {

    /** What PostgreSQL cannot hold: the character NUL, in a text or in JSON, and days beyond its calendar. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05", "22008");

    private static final Logger LOG = Logger.getLogger(ExceptionAnswers.class);
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private final Problems problems;

    ExceptionAnswers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return problems.answer(refusal);
    }

    @ServerExceptionMapper(value = {UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException notKnown) {
        return problems.answer(Refusal.of(HttpProblem.UNAUTHENTICATED));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException wrongRole) {
        return problems.answer(Refusal.of(HttpProblem.FORBIDDEN_ROLE));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violation) {
        Refusal refusal = Refusal.of(HttpProblem.INVALID_REQUEST);
        violation.getConstraintViolations().stream()
                .map(Violations::fieldError)
                .sorted(java.util.Comparator.comparing(FieldError::field))
                .forEach(refusal::at);
        return problems.answer(refusal);
    }

    /**
     * A parameter that is no value of its type counts as not found, by the rule of Jakarta REST. In a path that is right;
     * in a query the caller is to hear that the question was wrong.
     */
    @ServerExceptionMapper
    Response notFound(NotFoundException exception, UriInfo uri) {
        boolean unreadable = exception.getCause() != null && uri.getRequestUri().getRawQuery() != null;
        return problems.answer(Refusal.of(unreadable ? HttpProblem.INVALID_PARAMETER : HttpProblem.NOT_FOUND));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException exception) {
        int status = exception.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(exception);
        }
        HttpProblem code =
                switch (status) {
                    case 401 -> HttpProblem.UNAUTHENTICATED;
                    case 403 -> HttpProblem.FORBIDDEN_ROLE;
                    case 404 -> HttpProblem.NOT_FOUND;
                    case 405 -> HttpProblem.METHOD_NOT_ALLOWED;
                    case 406 -> HttpProblem.NOT_ACCEPTABLE;
                    case 413 -> HttpProblem.BODY_TOO_LARGE;
                    case 415 -> HttpProblem.UNSUPPORTED_MEDIA_TYPE;
                    default -> HttpProblem.HTTP_ERROR;
                };
        Response answer = problems.answer(Refusal.of(code));
        String allow = exception.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        String state = sqlState(failure);
        if (state.equals("55P03") || state.equals("40001") || state.equals("40P01")) {
            return problems.answer(Refusal.of(HttpProblem.BUSY).retryAfter(SHORTLY));
        }
        if (UNSTORABLE.contains(state)) {
            return problems.answer(Refusal.of(HttpProblem.INVALID_REQUEST));
        }
        boolean unreachable = state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
        if (unreachable || isWithoutConnection(failure)) {
            LOG.warnf("The database is not available: %s", failure.getMessage());
            return problems.answer(Refusal.of(HttpProblem.UNAVAILABLE).retryAfter(SHORTLY));
        }
        LOG.error("An operation failed", failure);
        return problems.answer(Refusal.of(HttpProblem.INTERNAL_ERROR));
    }

    /** The pool had no connection to give in time: many callers at once, or a database that is away. */
    private static boolean isWithoutConnection(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(ConnectionException.class::isInstance);
    }

    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
