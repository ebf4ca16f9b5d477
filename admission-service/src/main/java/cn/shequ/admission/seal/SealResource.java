package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
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

/** The committees' seals and who keeps them. */
@Path("/v1/seals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "seals", description = "The seal of each residents' committee: issue, custody, loss, replacement (Art. 8).")
@RunOnVirtualThread
public class SealResource {

    private final SealDesk desk;
    private final Seals seals;
    private final Jurisdiction jurisdiction;

    SealResource(SealDesk desk, Seals seals, Jurisdiction jurisdiction) {
        this.desk = desk;
        this.seals = seals;
        this.jurisdiction = jurisdiction;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.SUBDISTRICT_OFFICER)
    @Operation(
            operationId = "issueSeal",
            summary = "Issue the seal of a residents' committee",
            description = "By its subdistrict office. A committee has one seal.")
    @APIResponse(
            responseCode = "201",
            description = "Issued.",
            content = @Content(schema = @Schema(implementation = Seal.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(responseCode = "409", description = "`seal-exists`")
    public Response issue(NewSeal seal) {
        return created(desk.issue(seal));
    }

    @GET
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listSeals",
            summary = "Seals of the caller's territory",
            description = "Replaced ones as well, in the order in which they were issued.")
    @APIResponse(
            responseCode = "200",
            description = "A page of seals.",
            content = @Content(schema = @Schema(implementation = Seal[].class)))
    public Response list(
            @QueryParam("community") @Nullable DivisionCode community,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return seals.list(community, jurisdiction.bindings(), page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getSeal",
            summary = "One seal with its handovers",
            description =
                    "And the one that is due after an election. For those who serve the community or a division above it.")
    @APIResponse(
            responseCode = "200",
            description = "The seal.",
            content = @Content(schema = @Schema(implementation = SealView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public SealView get(@PathParam("id") UUID id) {
        return desk.seen(id);
    }

    @POST
    @Path("/{id}/handover")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.SUBDISTRICT_OFFICER)
    @Operation(
            operationId = "handOverSeal",
            summary = "Record that somebody else keeps the seal",
            description =
                    "In the presence of the subdistrict office, as after an election. Where the custodian was elected again"
                            + " and keeps it, `custody-confirmation` says so.")
    @APIResponse(
            responseCode = "200",
            description = "The seal with its new custodian.",
            content = @Content(schema = @Schema(implementation = SealView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`seal-stage-forbids`: lost or replaced")
    @APIResponse(responseCode = "422", description = "`form-contradictory`: who keeps it already")
    public Response handOver(@PathParam("id") UUID id, Handover handover) {
        return Response.ok(desk.handOver(id, handover)).build();
    }

    @POST
    @Path("/{id}/custody-confirmation")
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.COMMUNITY_OFFICER, Roles.SUBDISTRICT_OFFICER})
    @Operation(
            operationId = "confirmSealCustody",
            summary = "Confirm after an election that the same person keeps the seal",
            description = "By an officer of the committee or of its subdistrict office, never by the custodian.")
    @APIResponse(
            responseCode = "200",
            description = "The seal, of which nothing is due any more.",
            content = @Content(schema = @Schema(implementation = SealView.class)))
    @APIResponse(
            responseCode = "403",
            description = "`custody-of-oneself`; `outside-jurisdiction`: a community officer of a division above")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`no-handover-due`: no election since somebody received or confirmed it; `seal-stage-forbids`")
    public Response confirmCustody(@PathParam("id") UUID id) {
        return Response.ok(desk.confirmCustody(id)).build();
    }

    @POST
    @Path("/{id}/loss")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.COMMUNITY_OFFICER)
    @Operation(
            operationId = "reportSealLoss",
            summary = "Report that the seal is missing",
            description = "From this moment on nothing can be sealed with it, not even when it is found; after a notice"
                    + " (row `seal.replacement-notice`) it can be replaced.")
    @APIResponse(
            responseCode = "200",
            description = "The lost seal, and from when on it can be replaced.",
            content = @Content(schema = @Schema(implementation = SealView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: a day to come, or before it was issued")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`seal-stage-forbids`")
    @APIResponse(responseCode = "422", description = "`seal-used-after-loss`: it was set after that day")
    public Response reportLoss(@PathParam("id") UUID id, Loss loss) {
        return Response.ok(desk.reportLoss(id, loss)).build();
    }

    @POST
    @Path("/{id}/replacement")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.SUBDISTRICT_OFFICER)
    @Operation(
            operationId = "replaceSeal",
            summary = "Issue another seal in the place of a lost or worn one",
            description = "A worn one is handed in and replaced at once, a lost one when its notice has run.")
    @APIResponse(
            responseCode = "201",
            description = "The new seal.",
            content = @Content(schema = @Schema(implementation = Seal.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`seal-stage-forbids`: replaced already")
    @APIResponse(
            responseCode = "422",
            description = "`seal-notice-runs` names the first day, today and the row of the rulebook for it")
    public Response replace(@PathParam("id") UUID id, Replacement replacement) {
        return created(desk.replace(id, replacement));
    }

    private static Response created(Seal seal) {
        return Response.created(URI.create("/v1/seals/" + seal.id()))
                .entity(seal)
                .build();
    }
}
