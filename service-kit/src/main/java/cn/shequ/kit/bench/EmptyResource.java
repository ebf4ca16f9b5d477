package cn.shequ.kit.bench;

import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * An answer with nothing in it, to hold others against: the token is checked, filters run and JSON is written as for any
 * other, on the thread that reads requests as for everything that waits for nothing. It is there only while {@code shequ.bench.empty} is true, and in no description of the API.
 */
@Path("/v1/empty")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class EmptyResource {

    private final boolean measured;

    EmptyResource(@ConfigProperty(name = "shequ.bench.empty", defaultValue = "false") boolean measured) {
        this.measured = measured;
    }

    @GET
    @RolesAllowed({Roles.SYSTEM_INTEGRATOR, Roles.PLATFORM_ADMIN})
    @Operation(operationId = "getNothing", summary = "An empty answer, for measurements", hidden = true)
    public Map<String, String> get() {
        if (!measured) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        return Map.of();
    }
}
