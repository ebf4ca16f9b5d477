package cn.shequ.admission.assessment;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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

/** What divisions came to in a year, for everybody to read. */
@Path("/v1/assessment-results")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assessment-results", description = "Results of closed assessments, public (Art. 36).")
@RunOnVirtualThread
public class AssessmentResultResource {

    private final Assessments assessments;
    private final AssessmentViews views;

    AssessmentResultResource(Assessments assessments, AssessmentViews views) {
        this.assessments = assessments;
        this.views = views;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAssessmentResults",
            summary = "The results of the divisions below one, side by side",
            description =
                    "Public, in the order in which the targets were drafted. No ranks and no grades: what a score is worth"
                            + " is the city's own affair. `underVeto` says who was under a one-vote veto in the year (Art. 16).")
    @APIResponse(
            responseCode = "200",
            description = "A page of closed assessments.",
            content = @Content(schema = @Schema(implementation = Assessment[].class)))
    public Response list(
            @QueryParam("division") @Nullable DivisionCode division,
            @QueryParam("subject") @Nullable DivisionCode subject,
            @QueryParam("year") @Nullable Integer year,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return assessments
                .closed(new AssessmentFilter(division, subject, year, null), page)
                .answer(uri);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getAssessmentResult",
            summary = "One result, target by target",
            description =
                    "Public once the assessment is closed, with the figures that it rests on, their days, their sources and"
                            + " what was corrected for which reason.")
    @APIResponse(
            responseCode = "200",
            description = "The result.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`: also not closed yet")
    public AssessmentView get(@PathParam("id") UUID id) {
        return views.published(id);
    }
}
