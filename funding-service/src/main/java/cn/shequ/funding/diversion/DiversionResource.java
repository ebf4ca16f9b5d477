package cn.shequ.funding.diversion;

import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Attempted diversions over HTTP. */
@Path("/v1/diversion-attempts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "diversion-attempts", description = "Attempts to spend a fund on what it is not for (Art. 16).")
@RunOnVirtualThread
public class DiversionResource {

    private final DiversionAttempts attempts;

    DiversionResource(DiversionAttempts attempts) {
        this.attempts = attempts;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "listDiversionAttempts",
            summary = "Attempted diversions in the caller's territory",
            description = "In the order in which they happened. An attempt is a signal, not yet a violation.")
    @APIResponse(
            responseCode = "200",
            description = "A page of attempts.",
            content = @Content(schema = @Schema(implementation = DiversionAttempt[].class)))
    public Response list(@BeanParam PageRequest page, @QueryParam("fund") @Nullable UUID fund, @Context UriInfo uri) {
        return attempts.list(page, fund).answer(uri);
    }
}
