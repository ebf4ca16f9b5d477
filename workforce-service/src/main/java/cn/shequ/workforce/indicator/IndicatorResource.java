package cn.shequ.workforce.indicator;

import cn.shequ.events.workforce.IndicatorRecorded;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Problem;
import cn.shequ.workforce.coverage.CoverageReports;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Every figure this service measures, in the shape that all services share (Art. 36). */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators", description = "Figures of a division against the policy's targets.")
@RunOnVirtualThread
public class IndicatorResource {

    private static final String EXAMPLE = """
            [{"indicator": "volunteers.coverage", "division": "220102000000", "asOf": "2026-01-15",
              "numerator": "412", "denominator": "4200", "value": "9.80", "unit": "PERCENT", "target": "10",
              "article": "19"}]""";

    private final CoverageReports coverages;

    IndicatorResource(CoverageReports coverages) {
        this.coverages = coverages;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listWorkforceIndicators",
            summary = "The workforce's figures of a division on a day",
            description = "Public. The same shape as the event `indicator-recorded`; `value` is absent where nothing "
                    + "was there to measure.")
    @APIResponse(
            responseCode = "200",
            description = "One figure for each indicator of this service.",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = IndicatorRecorded.class),
                            examples = @ExampleObject(name = "Volunteers", value = EXAMPLE)))
    @APIResponse(
            responseCode = "400",
            description = "`as-of-out-of-range`, `invalid-request`.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: no such division on that day.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public List<IndicatorRecorded> list(
            @QueryParam("division") @NotNull @Parameter(required = true, example = "220102000000")
                    DivisionCode division,
            @QueryParam("asOf")
                    @Parameter(description = "The day; today when left out.", example = "2026-01-15")
                    @Nullable
                    LocalDate asOf) {
        LocalDate day = coverages.day(asOf);
        coverages.division(division, day);
        return List.of(VolunteerCoverage.of(division, day, coverages.coverage(division, day)));
    }
}
