package cn.shequ.admission.assessment;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Annual targets, from the draft to the day on which they are issued, and how they stand at any time. */
@Path("/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assessments", description = "Annual targets of districts and subdistricts, fed by indicators (Art. 36).")
@RunOnVirtualThread
public class AssessmentResource {

    private final AssessmentDesk desk;
    private final AssessmentViews views;
    private final Assessments assessments;
    private final Jurisdiction jurisdiction;

    AssessmentResource(AssessmentDesk desk, AssessmentViews views, Assessments assessments, Jurisdiction jurisdiction) {
        this.desk = desk;
        this.views = views;
        this.assessments = assessments;
        this.jurisdiction = jurisdiction;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "draftAssessment",
            summary = "Draft the targets of a division for a year",
            description =
                    "By the office of the city for a district, by that of a district for a subdistrict or township; one"
                            + " for each division and year, until the year is over. A target is in the unit in which services"
                            + " tell its indicator; the weights add up to 100.")
    @APIResponse(
            responseCode = "201",
            description = "The draft, with its version as ETag; its subject does not see it.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another division")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(responseCode = "409", description = "`assessment-exists`")
    @APIResponse(
            responseCode = "422",
            description = "`assessment-level`, `assessed-from-directly-above`, `assessment-year-over` (Art. 36),"
                    + " `leading-group-level`, `no-group-of-same-level`, `targets-do-not-fit`")
    public Response draft(NewAssessment assessment) {
        Assessment draft = desk.draft(assessment);
        return Response.created(URI.create("/v1/assessments/" + draft.id()))
                .header(HttpHeaders.ETAG, Version.etag(draft.version()))
                .entity(views.of(draft))
                .build();
    }

    @PUT
    @Path("/{id}/targets")
    @Transactional
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "replaceAssessmentTargets",
            summary = "Replace the targets of a draft",
            description = "All of them at once. If-Match names the version that is replaced.")
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another division")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`assessment-stage-forbids`: issued already")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "422", description = "`targets-do-not-fit`")
    @APIResponse(responseCode = "428", description = "`version-required`")
    public Response replaceTargets(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, NewTargets targets) {
        return answer(views.of(desk.replaceTargets(id, ifMatch, targets)));
    }

    @POST
    @Path("/{id}/issuance")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "issueAssessment",
            summary = "Issue the targets",
            description = "From then on the division sees them and they stay as they are. Until the year is over.")
    @APIResponse(
            responseCode = "200",
            description = "Issued.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another division")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`assessment-stage-forbids`")
    @APIResponse(responseCode = "422", description = "`assessment-year-over` (Art. 36)")
    public Response issue(@PathParam("id") UUID id) {
        return answer(views.of(desk.issue(id)));
    }

    @GET
    @RolesAllowed({
        Roles.LEADING_GROUP_OFFICE,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listAssessments",
            summary = "Assessments set or to be met in the caller's territory",
            description =
                    "In the order in which they were drafted; drafts only where they are set. Scores are those of what"
                            + " is closed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of assessments.",
            content = @Content(schema = @Schema(implementation = Assessment[].class)))
    public Response list(
            @QueryParam("division") @Nullable DivisionCode division,
            @QueryParam("subject") @Nullable DivisionCode subject,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("stage") @Nullable AssessmentStage stage,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return assessments
                .list(new AssessmentFilter(division, subject, year, stage), jurisdiction.bindings(), page)
                .answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.LEADING_GROUP_OFFICE,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getAssessment",
            summary = "An assessment as it stands now",
            description =
                    "Of each target the last figure of the year, the day at whose end it stood so, the two numbers it was"
                            + " computed from, and whether the target is met; the score of what has a figure. The same after"
                            + " the close, with what was fixed then.")
    @APIResponse(
            responseCode = "200",
            description = "The assessment, with its version as ETag.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`: also a draft for the division whose targets it has")
    public Response get(@PathParam("id") UUID id) {
        return answer(views.seen(id));
    }

    private static Response answer(AssessmentView view) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Version.etag(view.assessment().version()))
                .build();
    }
}
