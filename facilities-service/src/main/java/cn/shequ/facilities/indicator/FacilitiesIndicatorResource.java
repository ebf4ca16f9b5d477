package cn.shequ.facilities.indicator;

import cn.shequ.kit.division.DivisionCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is measured of premises, for everybody to read. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators", description = "Figures with their numerator, denominator, target and article.")
@RunOnVirtualThread
public class FacilitiesIndicatorResource {

    private final PremisesIndicators indicators;
    private final Clock clock;

    FacilitiesIndicatorResource(PremisesIndicators indicators, Clock clock) {
        this.indicators = indicators;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listFacilitiesIndicators",
            summary = "How far a division is with its premises (Art. 12)",
            description = "Public. The share of urban communities at standard, and the number of weak communities.")
    @APIResponse(responseCode = "200", description = "The indicators of the division on the day.")
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    @APIResponse(responseCode = "404", description = "`not-found`: no such division on that day")
    @APIResponse(responseCode = "422", description = "`no-rule-on-day`: before the policy")
    public List<Indicator> list(
            @QueryParam("division") @NotNull @Parameter(example = "220102000000") DivisionCode division,
            @QueryParam("asOf") @Parameter(description = "Today when left out.", example = "2026-01-01") @Nullable
                    LocalDate asOf) {
        return indicators.of(division, Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(clock)));
    }
}
