package cn.shequ.admission.burden;

import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** What exemptions are asked for, as long as nobody has decided; shown to those concerned. */
@Path("/v1/demand-exemption-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "demand-exemptions",
        description =
                "Meetings and unpaid service are refused in principle; a reasoned exemption is approved (Art. 7).")
@RunOnVirtualThread
public class DemandExemptionRequestResource {

    private final DemandExemptionDesk desk;

    DemandExemptionRequestResource(DemandExemptionDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Roles.DEPARTMENT_OFFICER, Roles.LEADING_GROUP_OFFICE, Roles.AUDITOR})
    @Operation(
            operationId = "listDemandExemptionRequests",
            summary = "Exemptions that bodies of the caller's territory asked for",
            description =
                    "Decided or not, in the order in which they were requested; a department's officer sees its own.")
    @APIResponse(
            responseCode = "200",
            description = "A page of exemptions.",
            content = @Content(schema = @Schema(implementation = DemandExemption[].class)))
    public Response list(
            @QueryParam("stage") DemandExemption.@Nullable Stage stage,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return desk.requests(stage, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.DEPARTMENT_OFFICER, Roles.LEADING_GROUP_OFFICE, Roles.AUDITOR})
    @Operation(
            operationId = "getDemandExemptionRequest",
            summary = "One exemption, decided or not",
            description = "For the body that asked for it, and for those who serve its division or one above it.")
    @APIResponse(
            responseCode = "200",
            description = "The exemption.",
            content = @Content(schema = @Schema(implementation = DemandExemption.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public DemandExemption get(@PathParam("id") UUID id) {
        return desk.seen(id);
    }
}
