package cn.shequ.admission.award;

import cn.shequ.events.admission.AwardKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Awards and titles that were given, for everybody to read. */
@Path("/v1/awards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "awards", description = "Commendations and titles of communities that were given (Art. 30, 36).")
@RunOnVirtualThread
public class AwardResource {

    private final AwardDesk desk;
    private final Awards awards;

    AwardResource(AwardDesk desk, Awards awards) {
        this.desk = desk;
        this.awards = awards;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAwards",
            summary = "Awards and titles that were given",
            description = "Public, with those that a veto cancelled or that were withdrawn, as their stage says.")
    @APIResponse(
            responseCode = "200",
            description = "A page of awards.",
            content = @Content(schema = @Schema(implementation = Award[].class)))
    public Response list(
            @QueryParam("nominee") @Parameter(description = "Who got it.") @Nullable Nominee nominee,
            @QueryParam("division") @Parameter(description = "Who gave it.") @Nullable DivisionCode division,
            @QueryParam("kind") @Nullable AwardKind kind,
            @QueryParam("year") @Nullable Integer year,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return awards.granted(nominee, division, kind, year, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getAward", summary = "One award or title", description = "Public, once it was given.")
    @APIResponse(
            responseCode = "200",
            description = "The award.",
            content = @Content(schema = @Schema(implementation = Award.class)))
    @APIResponse(responseCode = "404", description = "`not-found`: there is none, or it was not given")
    public Award get(@PathParam("id") UUID id) {
        return desk.published(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "withdrawAward",
            summary = "Withdraw an award or a title",
            description = "With the reason, which everybody reads.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn.",
            content = @Content(schema = @Schema(implementation = Award.class)))
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another division")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(responseCode = "409", description = "`award-stage-forbids`: not given, or not held any more")
    public Response withdraw(@PathParam("id") UUID id, StatedReason reason) {
        return Response.ok(desk.withdraw(id, reason)).build();
    }
}
