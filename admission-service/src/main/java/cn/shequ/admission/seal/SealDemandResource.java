package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Problems;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** What is demanded of the committees' seals. */
@Path("/v1/seal-demands")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "seal-demands", description = "Seals and certificates demanded of committees (Art. 8).")
@RunOnVirtualThread
public class SealDemandResource {

    private final SealDemandDesk desk;
    private final Problems problems;

    SealDemandResource(SealDemandDesk desk, Problems problems) {
        this.desk = desk;
        this.problems = problems;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.COMMUNITY_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Operation(
            operationId = "demandSeal",
            summary = "Demand a seal or certificate of a committee",
            description =
                    "By a department for itself, or written down by the community of whom it was demanded. What is"
                            + " no necessary certificate of the catalogue is refused and kept under `attemptId`.")
    @APIResponse(
            responseCode = "201",
            description = "The catalogue has the matter: the demand is on record.",
            content = @Content(schema = @Schema(implementation = SealDemand.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`other-department`: in the name of another body")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(
            responseCode = "422",
            description = "`seal-demand-refused` (Art. 8, kept as `attemptId`), `department-unknown`")
    public Response demand(NewSealDemand asked) {
        return problems.answer("/v1/seal-demands", desk.record(asked));
    }

    @GET
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listSealDemands",
            summary = "What was demanded in the caller's territory",
            description = "Refused or not, in the order in which it was demanded; a department's officer sees its own.")
    @APIResponse(
            responseCode = "200",
            description = "A page of demands.",
            content = @Content(schema = @Schema(implementation = SealDemand[].class)))
    public Response list(
            @QueryParam("community") @Nullable DivisionCode community,
            @QueryParam("finding") @Nullable SealFinding finding,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return desk.list(community, finding, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getSealDemand",
            summary = "One demand, refused or not",
            description =
                    "For those who serve the community or a division above it; a department's officer sees its own.")
    @APIResponse(
            responseCode = "200",
            description = "The demand.",
            content = @Content(schema = @Schema(implementation = SealDemand.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public SealDemand get(@PathParam("id") UUID id) {
        return desk.seen(id);
    }
}
