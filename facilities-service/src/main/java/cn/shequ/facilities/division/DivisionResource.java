package cn.shequ.facilities.division;

import cn.shequ.events.facilities.DivisionKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The territory, for everybody to read. */
@Path("/v1/divisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "divisions", description = "City, county-level units, townships and communities, effective-dated.")
@RunOnVirtualThread
public class DivisionResource {

    private final Divisions divisions;
    private final Clock clock;

    DivisionResource(Divisions divisions, Clock clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listDivisions",
            summary = "The divisions of a day",
            description = "Public. In the order of codes; every filter may be left out.")
    @APIResponse(responseCode = "200", description = "A page of divisions: `items`, and `next` when there are more.")
    @APIResponse(responseCode = "400", description = "`invalid-request`, `invalid-cursor`")
    public Response list(
            @QueryParam("level") @Nullable DivisionLevel level,
            @QueryParam("kind") @Nullable DivisionKind kind,
            @QueryParam("parent") @Parameter(example = "220102000000") @Nullable DivisionCode parent,
            @QueryParam("on")
                    @Parameter(description = "The day; today when left out.", example = "2026-01-01")
                    @Nullable
                    LocalDate on,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        LocalDate day = Objects.requireNonNullElseGet(on, () -> LocalDate.now(clock));
        return Page.of(divisions.list(day, level, kind, parent, page), page, division -> division.code()
                        .value())
                .answer(uri);
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(
            operationId = "readDivision",
            summary = "One division",
            description =
                    "Public. On a day, or without one as it is today; a code that is no longer in use still resolves to"
                            + " its last version.")
    @APIResponse(responseCode = "200", description = "The version in force.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Division read(
            @PathParam("code") @Parameter(example = "220102001000") DivisionCode code,
            @QueryParam("on") @Parameter(example = "2026-01-01") @Nullable LocalDate on) {
        return divisions.find(code, on, LocalDate.now(clock)).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
