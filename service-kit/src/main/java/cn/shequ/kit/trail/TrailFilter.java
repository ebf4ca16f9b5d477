package cn.shequ.kit.trail;

import cn.shequ.kit.problem.Problem;
import cn.shequ.kit.security.Callers;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Notes every answered request of a known caller; what anonymous readers of public pages do is not noted. */
class TrailFilter {

    private static final Logger LOG = Logger.getLogger(TrailFilter.class);

    private final Trail trail;
    private final Callers callers;
    private final Clock clock;

    TrailFilter(Trail trail, Callers callers, Clock clock) {
        this.trail = trail;
        this.callers = callers;
        this.clock = clock;
    }

    @ServerResponseFilter
    void note(ContainerRequestContext request, ContainerResponseContext response, @Nullable ResourceInfo resource) {
        Method asked = resource == null ? null : resource.getResourceMethod();
        if (asked == null) {
            return;
        }
        callers.deferred()
                .subscribe()
                .with(
                        caller -> {
                            Problem problem = response.getEntity() instanceof Problem refused ? refused : null;
                            trail.note(new TrailEntry(
                                    clock.instant(),
                                    caller.subject(),
                                    caller.client(),
                                    String.join(" ", new TreeSet<>(caller.roles())),
                                    caller.division(),
                                    request.getMethod() + " " + operation(asked),
                                    request.getUriInfo().getPath(),
                                    response.getStatus(),
                                    problem == null ? null : problem.code(),
                                    problem == null ? null : problem.traceId(),
                                    1));
                        },
                        nobody -> LOG.debugf("Answered %d to nobody known", response.getStatus()));
    }

    /** What a client knows it by; the method's name where the operation is not for clients. */
    private static String operation(Method asked) {
        Operation documented = asked.getAnnotation(Operation.class);
        return documented == null || documented.operationId().isEmpty() ? asked.getName() : documented.operationId();
    }
}
