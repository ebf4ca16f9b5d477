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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What communities got under each item of a unified evaluation, and for what they are commended. */
@Path("/v1/unified-evaluations/{division}/{year}/results")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "unified-evaluations")
@APIResponse(responseCode = "404", description = "`not-found`")
@RunOnVirtualThread
public class EvaluationResultResource {

    private final UnifiedAccess access;
    private final ResultDesk desk;
    private final EvaluationResults results;
    private final Jurisdiction jurisdiction;

    EvaluationResultResource(
            UnifiedAccess access, ResultDesk desk, EvaluationResults results, Jurisdiction jurisdiction) {
        this.access = access;
        this.desk = desk;
        this.results = results;
        this.jurisdiction = jurisdiction;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.DEPARTMENT_OFFICER, Roles.LEADING_GROUP_OFFICE})
    @Operation(
            operationId = "recordEvaluationResult",
            summary = "Record what a community got under an item",
            description =
                    "From the day of its visit on, once; by the department whose item it is or by the group's office.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = EvaluationResult.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: for instance more points than the item has.")
    @APIResponse(responseCode = "403", description = "`other-department`, `evaluation-of-another-level`")
    @APIResponse(responseCode = "409", description = "`result-recorded`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`item-not-in-evaluation`, `item-decided-after-visit` (Art. 7), `no-visit-planned`, `visit-awaited`")
    public Response record(@PathParam("division") DivisionCode division, @PathParam("year") int year, NewResult found) {
        EvaluationResult result = desk.record(division, year, found);
        return Response.created(URI.create("/v1/unified-evaluations/" + division + "/" + year + "/results"))
                .entity(result)
                .build();
    }

    @POST
    @Path("/{id}/commendation")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "commendCommunity",
            summary = "Commend a community for an item",
            description = "By the office of the group, for what the community got under this item.")
    @APIResponse(
            responseCode = "200",
            description = "The result, with the day of the commendation.",
            content = @Content(schema = @Schema(implementation = EvaluationResult.class)))
    @APIResponse(responseCode = "403", description = "`evaluation-of-another-level`")
    @APIResponse(responseCode = "409", description = "`community-commended`")
    @APIResponse(responseCode = "422", description = "`award-ineligible` (Art. 16)")
    public Response commend(
            @PathParam("division") DivisionCode division, @PathParam("year") int year, @PathParam("id") UUID id) {
        return Response.ok(desk.commend(division, year, id)).build();
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
            operationId = "listEvaluationResults",
            summary = "The shared results",
            description = "All of them for every department with an item in this evaluation and for those who serve the"
                    + " division; for a community its own.")
    @APIResponse(
            responseCode = "200",
            description = "A page of results, in the order in which they were recorded.",
            content = @Content(schema = @Schema(implementation = EvaluationResult[].class)))
    public Response list(
            @PathParam("division") DivisionCode division,
            @PathParam("year") int year,
            @QueryParam("item") @Nullable UUID item,
            @QueryParam("community") @Nullable DivisionCode community,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        UnifiedEvaluation evaluation = access.seenWithResults(division, year);
        return results.list(evaluation, item, community, jurisdiction.bindings(), page)
                .answer(uri);
    }
}
