package cn.shequ.admission.assessment;

import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What follows the year of an assessment: comment, corrections, close. */
@Path("/v1/assessments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assessments")
@RunOnVirtualThread
public class AssessmentClosingResource {

    private final AssessmentClosing closing;
    private final AssessmentViews views;

    AssessmentClosingResource(AssessmentClosing closing, AssessmentViews views) {
        this.closing = closing;
        this.views = views;
    }

    @POST
    @Path("/comment")
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.LEADING_GROUP_OFFICE, Roles.SUBDISTRICT_OFFICER})
    @Operation(
            operationId = "commentOnAssessment",
            summary = "Comment on the own assessment, or object to it",
            description =
                    "By those who serve exactly the division that is assessed, once, after the year and within the"
                            + " working days of the row `assessment.comment-within`.")
    @APIResponse(
            responseCode = "200",
            description = "Kept.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: of another division")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`assessment-commented`, `assessment-stage-forbids`")
    @APIResponse(
            responseCode = "422",
            description = "`assessment-year-runs` (Art. 36), `assessment-comment-late` (a product default)")
    public Response comment(@PathParam("id") UUID id, NewComment comment) {
        return answer(closing.comment(id, comment));
    }

    @POST
    @Path("/corrections")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "correctAssessedFigure",
            summary = "Put another figure in the place of a wrong or missing one",
            description =
                    "By the office that set the targets, after the year and before the close, each figure once and with"
                            + " its reason, which is published. What was recorded stays beside it.")
    @APIResponse(
            responseCode = "200",
            description = "Corrected.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: also more than the unit can be")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another division")
    @APIResponse(responseCode = "404", description = "`not-found`: also no target on that indicator")
    @APIResponse(responseCode = "409", description = "`figure-corrected`, `assessment-stage-forbids`")
    @APIResponse(responseCode = "422", description = "`assessment-year-runs` (Art. 36)")
    public Response correct(@PathParam("id") UUID id, NewCorrection correction) {
        return answer(closing.correct(id, correction));
    }

    @POST
    @Path("/closing")
    @Retried
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "closeAssessment",
            summary = "Fix the results and publish them",
            description =
                    "After the year, and after the division's comment or the time for it. Each target is held against the"
                            + " figure as of 31 December or the last of the year before it, or what it was corrected to.")
    @APIResponse(
            responseCode = "200",
            description = "Closed, with the score.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another division")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`assessment-stage-forbids`")
    @APIResponse(
            responseCode = "422",
            description = "`assessment-year-runs` (Art. 36), `assessment-comment-awaited` (a product default),"
                    + " `due-day-provisional`")
    public Response close(@PathParam("id") UUID id) {
        return answer(closing.close(id));
    }

    private Response answer(Assessment assessment) {
        return Response.ok(views.of(assessment)).build();
    }
}
