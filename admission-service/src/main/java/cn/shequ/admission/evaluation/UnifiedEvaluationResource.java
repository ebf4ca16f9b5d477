package cn.shequ.admission.evaluation;

import cn.shequ.kit.concurrency.Version;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The one evaluation of a division and year, with its items. */
@Path("/v1/unified-evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "unified-evaluations",
        description = "Everything approved for a year, merged: one schedule, one visit, shared results (Art. 7).")
@RunOnVirtualThread
public class UnifiedEvaluationResource {

    private final UnifiedAccess access;
    private final UnifiedEvaluations evaluations;
    private final EvaluationRequests requests;
    private final EvaluationPlanning planning;
    private final Jurisdiction jurisdiction;

    UnifiedEvaluationResource(
            UnifiedAccess access,
            UnifiedEvaluations evaluations,
            EvaluationRequests requests,
            EvaluationPlanning planning,
            Jurisdiction jurisdiction) {
        this.access = access;
        this.evaluations = evaluations;
        this.requests = requests;
        this.planning = planning;
        this.jurisdiction = jurisdiction;
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
            operationId = "listUnifiedEvaluations",
            summary = "Evaluations of the caller's territory, and those made at it",
            description = "In the order of divisions and years.")
    @APIResponse(
            responseCode = "200",
            description = "A page of evaluations.",
            content = @Content(schema = @Schema(implementation = UnifiedEvaluation[].class)))
    public Response list(
            @QueryParam("year") @Nullable Integer year, @BeanParam PageRequest page, @Context UriInfo uri) {
        return evaluations.list(year, jurisdiction.bindings(), page).answer(uri);
    }

    @GET
    @Path("/{division}/{year}")
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
            operationId = "getUnifiedEvaluation",
            summary = "The evaluation of a division and year",
            description =
                    "For those who serve the division or one above it, and those in it. With its version as ETag, for a"
                            + " change of its schedule.")
    @APIResponse(
            responseCode = "200",
            description = "The evaluation with its schedule.",
            content = @Content(schema = @Schema(implementation = UnifiedEvaluation.class)))
    @APIResponse(responseCode = "404", description = "`not-found`: nothing is approved, or not for the caller to see.")
    public Response get(@PathParam("division") DivisionCode division, @PathParam("year") int year) {
        return versioned(access.seen(division, year));
    }

    @GET
    @Path("/{division}/{year}/items")
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
            operationId = "listEvaluationItems",
            summary = "What is evaluated, with the document behind each item",
            description = "The approved requests, in the order in which they were made.")
    @APIResponse(
            responseCode = "200",
            description = "A page of items.",
            content = @Content(schema = @Schema(implementation = EvaluationRequest[].class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response items(
            @PathParam("division") DivisionCode division,
            @PathParam("year") int year,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        access.seen(division, year);
        return requests.items(division, year, page).answer(uri);
    }

    @POST
    @Path("/{division}/{year}/schedule")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "scheduleEvaluation",
            summary = "Set the days on which communities are visited",
            description =
                    "By the office of the group, within the year; again when every planned visit stays inside. If-Match"
                            + " names the version of the evaluation that is changed.")
    @APIResponse(
            responseCode = "200",
            description = "The evaluation with its schedule.",
            content = @Content(schema = @Schema(implementation = UnifiedEvaluation.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: not in the year, or the end comes first.")
    @APIResponse(responseCode = "403", description = "`evaluation-of-another-level`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`schedule-leaves-visits-out`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "428", description = "`version-required`")
    public Response schedule(
            @PathParam("division") DivisionCode division,
            @PathParam("year") int year,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            EvaluationWindow window) {
        return versioned(planning.schedule(division, year, ifMatch, window));
    }

    private static Response versioned(UnifiedEvaluation evaluation) {
        return Response.ok(evaluation)
                .header(HttpHeaders.ETAG, Version.etag(evaluation.version()))
                .build();
    }
}
