package cn.shequ.facilities.premises;

import cn.shequ.events.facilities.PremisesStanding;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which communities have enough (Art. 12), for everybody to read. */
@Path("/v1/premises-standings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "premises")
@RunOnVirtualThread
public class PremisesStandingResource {

    private final CommunityStandings standings;
    private final Clock clock;

    PremisesStandingResource(CommunityStandings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPremisesStandings",
            summary = "The communities of a division by their premises (Art. 12)",
            description = "Public. With `standing=WEAK` the list of weak communities.")
    @APIResponse(responseCode = "200", description = "A page of standings: `items`, and `next` when there are more.")
    @APIResponse(responseCode = "400", description = "`invalid-request`, `invalid-cursor`")
    @APIResponse(responseCode = "422", description = "`no-rule-on-day`: before the policy")
    public Response list(
            @QueryParam("division") @NotNull @Parameter(example = "220102000000") DivisionCode division,
            @QueryParam("standing") @Nullable PremisesStanding standing,
            @QueryParam("on")
                    @Parameter(description = "The day; today when left out.", example = "2026-01-01")
                    @Nullable
                    LocalDate on,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        LocalDate day = Objects.requireNonNullElseGet(on, () -> LocalDate.now(clock));
        List<CommunityStanding> found = standings.within(division, day).stream()
                .filter(each -> standing == null || each.standing() == standing)
                .filter(each -> each.community().value().compareTo(page.after()) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page, each -> each.community().value()).answer(uri);
    }
}
