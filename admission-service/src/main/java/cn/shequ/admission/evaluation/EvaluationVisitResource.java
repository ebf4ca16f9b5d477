package cn.shequ.admission.evaluation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The visit plan of a unified evaluation. */
@Path("/v1/unified-evaluations/{division}/{year}/visits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "unified-evaluations")
@APIResponse(responseCode = "404", description = "`not-found`")
@RunOnVirtualThread
public class EvaluationVisitResource {

    private final UnifiedAccess access;
    private final EvaluationPlanning planning;
    private final EvaluationVisits visits;
    private final Jurisdiction jurisdiction;

    EvaluationVisitResource(
            UnifiedAccess access, EvaluationPlanning planning, EvaluationVisits visits, Jurisdiction jurisdiction) {
        this.access = access;
        this.planning = planning;
        this.visits = visits;
        this.jurisdiction = jurisdiction;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "planEvaluationVisit",
            summary = "Plan the one visit to a community",
            description = "By the office of the group, on a day of the schedule; the visit covers every item.")
    @APIResponse(
            responseCode = "201",
            description = "Planned.",
            content = @Content(schema = @Schema(implementation = EvaluationVisit.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    @APIResponse(responseCode = "403", description = "`evaluation-of-another-level`")
    @APIResponse(responseCode = "409", description = "`visit-planned`: each community is visited once, for everything.")
    @APIResponse(responseCode = "422", description = "`evaluation-not-scheduled`, `visit-outside-schedule`")
    public Response plan(@PathParam("division") DivisionCode division, @PathParam("year") int year, NewVisit asked) {
        EvaluationVisit visit = planning.plan(division, year, asked);
        return Response.created(URI.create("/v1/unified-evaluations/" + division + "/" + year + "/visits"))
                .entity(visit)
                .build();
    }

    @POST
    @Path("/{community}/postponement")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "postponeEvaluationVisit",
            summary = "Put a planned visit on another day",
            description =
                    "By the office of the group, on a day of the schedule, until its day is over or the community has"
                            + " a result.")
    @APIResponse(
            responseCode = "200",
            description = "The visit on its new day.",
            content = @Content(schema = @Schema(implementation = EvaluationVisit.class)))
    @APIResponse(responseCode = "403", description = "`evaluation-of-another-level`")
    @APIResponse(responseCode = "409", description = "`visit-has-results`, `visit-over`")
    @APIResponse(responseCode = "422", description = "`visit-outside-schedule`")
    public Response postpone(
            @PathParam("division") DivisionCode division,
            @PathParam("year") int year,
            @PathParam("community") DivisionCode community,
            VisitDay day) {
        return Response.ok(planning.move(division, year, community, day.visitOn()))
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listEvaluationVisits",
            summary = "When communities of the caller's territory are visited",
            description = "In the order of their codes.")
    @APIResponse(
            responseCode = "200",
            description = "A page of visits.",
            content = @Content(schema = @Schema(implementation = EvaluationVisit[].class)))
    public Response list(
            @PathParam("division") DivisionCode division,
            @PathParam("year") int year,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        access.seen(division, year);
        return visits.list(division, year, jurisdiction.bindings(), page).answer(uri);
    }
}
