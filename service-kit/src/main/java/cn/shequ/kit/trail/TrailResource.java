package cn.shequ.kit.trail;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail of operation, for auditors. */
@Path("/v1/audit-trail")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit-trail", description = "Who did, read or was refused what.")
@RunOnVirtualThread
public class TrailResource {

    private final Trail trail;
    private final Callers callers;

    TrailResource(Trail trail, Callers callers) {
        this.trail = trail;
        this.callers = callers;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "searchAuditTrail",
            summary = "What callers of the auditor's territory did, read or were refused",
            description =
                    "Oldest first. Callers without a division are in the view of the auditor of all, who has no division above."
                            + " What the same caller read again in the same tenth of a second is one entry that says how"
                            + " often. Reading the trail is itself noted in it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries.",
            content = @Content(schema = @Schema(implementation = TrailEntry[].class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-request`: a day that cannot be, or the last one before the first.")
    public Response search(@BeanParam PageRequest page, @BeanParam TrailSearch search, @Context UriInfo uri) {
        DivisionCode own = callers.current().division();
        search.check();
        return trail.search(page, search, own == null ? "" : own.value()).answer(uri);
    }
}
