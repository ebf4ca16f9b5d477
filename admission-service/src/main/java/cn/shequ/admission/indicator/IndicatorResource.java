package cn.shequ.admission.indicator;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What this service measures, for the scoreboard. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators", description = "Figures of a division with the numbers behind them (Art. 36).")
@RunOnVirtualThread
public class IndicatorResource {

    private final Indicators indicators;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    IndicatorResource(Indicators indicators, Jurisdiction jurisdiction, Clock clock) {
        this.indicators = indicators;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listAdmissionIndicators",
            summary = "Placements funded, applications answered, refusals coordinated, supervision concluded",
            description = "Shares in percent, today, in a division of the caller's territory.")
    @APIResponse(
            responseCode = "200",
            description = "The figures.",
            content = @Content(schema = @Schema(implementation = IndicatorFigure[].class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: no division.")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the caller's territory.")
    public List<IndicatorFigure> list(
            @QueryParam("division") @Parameter(description = "12 digits.", example = "220102000000") @Nullable
                    DivisionCode division) {
        if (division == null) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("division", "required"));
        }
        jurisdiction.requireSee(Reach.of(division));
        return indicators.of(division, LocalDate.now(clock));
    }
}
