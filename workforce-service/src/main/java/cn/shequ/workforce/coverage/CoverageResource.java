package cn.shequ.workforce.coverage;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How far volunteers cover a division, for everybody to read (Art. 19). */
@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage", description = "Registered volunteers in proportion to residents (Art. 19).")
@RunOnVirtualThread
public class CoverageResource {

    private static final String EXAMPLE = """
            {"asOf": "2026-01-15", "division": "220102001001", "name": "华阳社区", "level": "COMMUNITY",
             "volunteers": 412, "residents": 4200, "percent": "9.80", "target": "10", "met": false,
             "volunteersMissing": 8, "article": 19, "rule": "volunteers.coverage@1", "demonstration": true,
             "communitiesWithoutFigures": 0, "below": {"items": []}}""";

    private final CoverageReports reports;

    CoverageResource(CoverageReports reports) {
        this.reports = reports;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readCoverage",
            summary = "Volunteers in proportion to residents, against the target",
            description = """
                    Public. The division and, in pages, what lies directly below it, in the hierarchy of that day. \
                    Withdrawn volunteers count up to the day before they withdrew.""")
    @APIResponse(
            responseCode = "200",
            description = "The coverage; `next` in `below` is the cursor of its following page.",
            content =
                    @Content(
                            schema = @Schema(implementation = CoverageReport.class),
                            examples = @ExampleObject(name = "A community", value = EXAMPLE)))
    @APIResponse(
            responseCode = "400",
            description = "`as-of-out-of-range`, `invalid-request`, `invalid-cursor`.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: no such division on that day.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public CoverageReport read(
            @QueryParam("division") @NotNull @Parameter(required = true, example = "220102001001")
                    DivisionCode division,
            @QueryParam("asOf")
                    @Parameter(description = "The day; today when left out.", example = "2026-01-15")
                    @Nullable
                    LocalDate asOf,
            @BeanParam PageRequest page) {
        return reports.report(division, reports.day(asOf), page);
    }
}
