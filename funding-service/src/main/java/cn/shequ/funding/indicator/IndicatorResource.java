package cn.shequ.funding.indicator;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.time.KnownDays;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Indicators over HTTP. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators", description = "What each service measures (Art. 36).")
@RunOnVirtualThread
public class IndicatorResource {

    private final Indicators indicators;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    IndicatorResource(Indicators indicators, Jurisdiction jurisdiction, Callers callers, Clock clock) {
        this.indicators = indicators;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.AUDITOR,
        Roles.LEADING_GROUP_OFFICE,
        Roles.SUBDISTRICT_OFFICER,
        Roles.COMMUNITY_OFFICER
    })
    @Operation(
            operationId = "listFundingIndicators",
            summary = "What funding measures in a division",
            description = "Obligations paid when due, working funds of the year paid, funds applied; in percent.")
    @APIResponse(responseCode = "200", description = "The figures, with the amounts they were computed from.")
    @APIResponse(responseCode = "400", description = "invalid-request: a day before 2011 or after 2999")
    @APIResponse(responseCode = "404", description = "not-found: the division is not within the caller's territory.")
    public List<IndicatorFigure> list(
            @QueryParam("division")
                    @Parameter(description = "The caller's own when left out.", example = "220102000000")
                    @Nullable
                    DivisionCode division,
            @QueryParam("on") @Parameter(description = "Today when left out.") @Nullable LocalDate on) {
        DivisionCode wanted = division == null ? callers.current().division() : division;
        if (wanted == null) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        jurisdiction.requireSee(Reach.of(wanted));
        return indicators.of(wanted, KnownDays.orToday("on", on, clock));
    }
}
