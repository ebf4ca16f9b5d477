package cn.shequ.funding.audit;

import cn.shequ.kit.paging.PageRequest;
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

/** Ledgers that wait for an audit, over HTTP. */
@Path("/v1/audits-due")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audits")
@RunOnVirtualThread
public class AuditDueResource {

    private final AuditsDue due;

    AuditDueResource(AuditsDue due) {
        this.due = due;
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.FINANCE_OFFICER})
    @Operation(operationId = "listAuditsDue", summary = "Ledgers that were not audited for too long", description = """
                    Those of the caller's territory whose last audit closed longer ago than the rulebook allows, a year by default.""")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = AuditDue[].class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return due.list(page).answer(uri);
    }
}
