package cn.shequ.facilities.premises;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether a community has enough (Art. 12), for everybody to read. */
@Path("/v1/communities/{community}/premises-standing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "premises")
@RunOnVirtualThread
public class CommunityStandingResource {

    private final CommunityStandings standings;
    private final Clock clock;

    CommunityStandingResource(CommunityStandings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readPremisesStanding",
            summary = "The standing of a community by its premises (Art. 12)",
            description = "Public. WEAK below 300 m², BELOW_STANDARD below 500 m², STANDARD from there on, by the"
                    + " rulebook of the day.")
    @APIResponse(responseCode = "200", description = "Area, standing, and what is missing.")
    @APIResponse(responseCode = "404", description = "`not-found`: no community, or not on that day")
    @APIResponse(responseCode = "422", description = "`no-rule-on-day`: before the policy")
    public CommunityStanding read(
            @PathParam("community") @Parameter(example = "220102001001") DivisionCode community,
            @QueryParam("on")
                    @Parameter(description = "The day; today when left out.", example = "2026-01-01")
                    @Nullable
                    LocalDate on) {
        return standings
                .of(community, Objects.requireNonNullElseGet(on, () -> LocalDate.now(clock)))
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
