package cn.shequ.admission.evaluation;

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

/** Inspections of communities, inside the unified evaluation and outside it. */
@Path("/v1/inspections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspections", description = "What bodies inspect or evaluate in communities (Art. 7).")
@RunOnVirtualThread
public class InspectionResource {

    private final InspectionDesk desk;
    private final Problems problems;

    InspectionResource(InspectionDesk desk, Problems problems) {
        this.desk = desk;
        this.problems = problems;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.COMMUNITY_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Operation(
            operationId = "recordInspection",
            summary = "Announce an inspection of a community, or report one",
            description =
                    "By a department for itself, or written down by the community. What is not made under an approved"
                            + " item of the same body, on the day on which the unified evaluation visits the community,"
                            + " is refused and kept under `attemptId`.")
    @APIResponse(
            responseCode = "201",
            description = "The unified evaluation covers it; it is on record.",
            content = @Content(schema = @Schema(implementation = Inspection.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`other-department`: in the name of another body")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(
            responseCode = "422",
            description = "`inspection-refused` (Art. 7, kept as `attemptId`), `department-unknown`")
    public Response record(NewInspection asked) {
        return problems.answer("/v1/inspections", desk.record(asked));
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
            operationId = "listInspections",
            summary = "Inspections in the caller's territory",
            description =
                    "Refused or not, in the order in which they were recorded; a department's officer sees its own and"
                            + " its predecessors'.")
    @APIResponse(
            responseCode = "200",
            description = "A page of inspections.",
            content = @Content(schema = @Schema(implementation = Inspection[].class)))
    public Response list(
            @QueryParam("community") @Nullable DivisionCode community,
            @QueryParam("finding") @Nullable InspectionFinding finding,
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
            operationId = "getInspection",
            summary = "One inspection, refused or not",
            description =
                    "For those who serve the community or a division above it; a department's officer sees its own.")
    @APIResponse(
            responseCode = "200",
            description = "The inspection.",
            content = @Content(schema = @Schema(implementation = Inspection.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Inspection get(@PathParam("id") UUID id) {
        return desk.seen(id);
    }
}
