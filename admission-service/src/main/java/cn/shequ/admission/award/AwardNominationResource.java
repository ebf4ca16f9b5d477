package cn.shequ.admission.award;

import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is nominated for what, from nomination to grant. */
@Path("/v1/award-nominations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "award-nominations",
        description =
                "Nominations, open to no body under a one-vote veto (Art. 16, 36); one becomes an award under its id.")
@RunOnVirtualThread
public class AwardNominationResource {

    private final AwardDesk desk;
    private final Awards awards;
    private final Jurisdiction jurisdiction;

    AwardNominationResource(AwardDesk desk, Awards awards, Jurisdiction jurisdiction) {
        this.desk = desk;
        this.awards = awards;
        this.jurisdiction = jurisdiction;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "nominateForAward",
            summary = "Nominate somebody for a commendation",
            description =
                    "A community, another division or a registered body of the territory. Once for each award of a year;"
                            + " again only when a veto cancelled the nomination before.")
    @APIResponse(
            responseCode = "201",
            description = "Nominated.",
            content = @Content(schema = @Schema(implementation = Award.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another division")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(responseCode = "409", description = "`award-exists`, `department-succeeded`")
    @APIResponse(
            responseCode = "422",
            description = "`award-ineligible` (Art. 16), `nominee-outside-division`, `department-unknown`,"
                    + " `leading-group-level`, `no-group-of-same-level`")
    public Response nominate(NewNomination nomination) {
        Award award = desk.nominate(nomination);
        return Response.created(URI.create("/v1/award-nominations/" + award.id()))
                .entity(award)
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listAwardNominations",
            summary = "Nominations by or of the caller's territory",
            description = "In the order in which they were made, whatever became of them.")
    @APIResponse(
            responseCode = "200",
            description = "A page of nominations.",
            content = @Content(schema = @Schema(implementation = Award[].class)))
    public Response list(
            @QueryParam("nominee") @Nullable Nominee nominee,
            @QueryParam("stage") @Nullable AwardStage stage,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return awards.nominations(nominee, stage, jurisdiction.bindings(), page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getAwardNomination",
            summary = "One nomination",
            description = "For those who serve the division that gives the award or the nominee's, or one above it.")
    @APIResponse(
            responseCode = "200",
            description = "The nomination.",
            content = @Content(schema = @Schema(implementation = Award.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Award get(@PathParam("id") UUID id) {
        return desk.seen(id);
    }

    @POST
    @Path("/{id}/grant")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "grantAward",
            summary = "Give the award and publish it",
            description = "Eligibility is looked at anew. From now on everybody reads it among the awards.")
    @APIResponse(
            responseCode = "200",
            description = "Given.",
            content = @Content(schema = @Schema(implementation = Award.class)))
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another division")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`award-stage-forbids`, `title-needs-review` (Art. 30), `department-succeeded`")
    @APIResponse(responseCode = "422", description = "`award-ineligible` (Art. 16)")
    public Response grant(@PathParam("id") UUID id) {
        return Response.ok(desk.grant(id)).build();
    }

    @POST
    @Path("/{id}/declination")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "declineAward",
            summary = "Decline a nomination",
            description = "With the reason, which those hear who may see the nomination.")
    @APIResponse(
            responseCode = "200",
            description = "Declined.",
            content = @Content(schema = @Schema(implementation = Award.class)))
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another division")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`award-stage-forbids`, `title-needs-review` (Art. 30)")
    public Response decline(@PathParam("id") UUID id, StatedReason reason) {
        return Response.ok(desk.decline(id, reason)).build();
    }
}
