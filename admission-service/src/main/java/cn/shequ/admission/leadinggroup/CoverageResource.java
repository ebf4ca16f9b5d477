package cn.shequ.admission.leadinggroup;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where leading groups are missing. */
@Path("/v1/leading-group-coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "leading-groups", description = "Who decides on tasks at each level (Art. 5, 34).")
@RunOnVirtualThread
public class CoverageResource {

    private final CoverageFigures figures;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    CoverageResource(CoverageFigures figures, Jurisdiction jurisdiction, Clock clock) {
        this.figures = figures;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.LEADING_GROUP_OFFICE, Roles.CIVIL_AFFAIRS_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "readLeadingGroupCoverage",
            summary = "Which divisions have their leading group today, and what the others lack",
            description = "The division and those within it at city, county and township level, in the order of codes;"
                    + " counted, and listed page by page. In the caller's territory.")
    @APIResponse(
            responseCode = "200",
            description = "The counts and a page of divisions.",
            content = @Content(schema = @Schema(implementation = LeadingGroupCoverage.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: no division.")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the caller's territory.")
    public Response read(
            @QueryParam("division") @Parameter(description = "12 digits.", example = "220102000000") @Nullable
                    DivisionCode division,
            @QueryParam("lacks") @Parameter(description = "Only those that lack this.") @Nullable Lack lack,
            @BeanParam PageRequest request,
            @Context UriInfo uri) {
        if (division == null) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("division", "required"));
        }
        jurisdiction.requireSee(Reach.of(division));
        LocalDate today = LocalDate.now(clock);
        Page<CoveredDivision> page = figures.list(division, lack, today, request);
        return Response.fromResponse(page.answer(uri))
                .entity(new LeadingGroupCoverage(
                        division, today, figures.counts(division, today), page.items(), page.next()))
                .build();
    }
}
