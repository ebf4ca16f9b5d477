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

/** The register of uses of the seals. */
@Path("/v1/seal-uses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "seal-uses", description = "The register of uses of the committees' seals (Art. 8).")
@RunOnVirtualThread
public class SealUseResource {

    private final SealRegister register;
    private final SealUses uses;
    private final Jurisdiction jurisdiction;

    SealUseResource(SealRegister register, SealUses uses, Jurisdiction jurisdiction) {
        this.register = register;
        this.uses = uses;
        this.jurisdiction = jurisdiction;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.COMMUNITY_OFFICER)
    @Operation(
            operationId = "requestSealUse",
            summary = "Ask for the seal under a document",
            description =
                    "Only under a matter of the catalogue, and never where anything is left blank. Somebody else of"
                            + " the committee approves it.")
    @APIResponse(
            responseCode = "201",
            description = "Asked for.",
            content = @Content(schema = @Schema(implementation = SealUse.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(
            responseCode = "422",
            description = "`seal-matter-outside-catalogue` (Art. 8), `document-has-blanks`, `no-seal-in-use`")
    public Response request(NewSealUse use) {
        SealUse asked = register.request(use);
        return Response.created(URI.create("/v1/seal-uses/" + asked.id()))
                .entity(asked)
                .build();
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
            operationId = "listSealUses",
            summary = "Uses of the seals in the caller's territory",
            description =
                    "In the order in which they were asked for. What the documents say, and for whom, the committee"
                            + " alone is shown.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the register.",
            content = @Content(schema = @Schema(implementation = SealUse[].class)))
    public Response list(
            @QueryParam("community") @Nullable DivisionCode community,
            @QueryParam("matter") @Nullable String matter,
            @QueryParam("stage") SealUse.@Nullable Stage stage,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return uses.list(community, matter, stage, jurisdiction.bindings(), page)
                .map(register::shown)
                .answer(uri);
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
            operationId = "getSealUse",
            summary = "One use of a seal",
            description = "For those who serve the community or a division above it.")
    @APIResponse(
            responseCode = "200",
            description = "The use.",
            content = @Content(schema = @Schema(implementation = SealUse.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public SealUse get(@PathParam("id") UUID id) {
        return register.seen(id);
    }

    @POST
    @Path("/{id}/approval")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.COMMUNITY_OFFICER)
    @Operation(
            operationId = "approveSealUse",
            summary = "Set the seal",
            description = "By another person of the committee than who asked for it; it gets the next number of the"
                    + " seal's register.")
    @APIResponse(
            responseCode = "200",
            description = "Sealed.",
            content = @Content(schema = @Schema(implementation = SealUse.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`already-acted`, `seal-use-decided`")
    @APIResponse(responseCode = "422", description = "`seal-matter-outside-catalogue` (Art. 8), `no-seal-in-use`")
    public Response approve(@PathParam("id") UUID id) {
        return Response.ok(register.approve(id)).build();
    }

    @POST
    @Path("/{id}/declination")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.COMMUNITY_OFFICER)
    @Operation(
            operationId = "declineSealUse",
            summary = "Decline to set the seal",
            description = "By another person of the committee than who asked for it, with the reason.")
    @APIResponse(
            responseCode = "200",
            description = "Declined.",
            content = @Content(schema = @Schema(implementation = SealUse.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`already-acted`, `seal-use-decided`")
    public Response decline(@PathParam("id") UUID id, Declination declination) {
        return Response.ok(register.decline(id, declination)).build();
    }

    @POST
    @Path("/{id}/withdrawal")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.COMMUNITY_OFFICER)
    @Operation(
            operationId = "withdrawSealUse",
            summary = "Withdraw what the seal was asked for",
            description = "By the person who asked for it, while nobody has decided.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn.",
            content = @Content(schema = @Schema(implementation = SealUse.class)))
    @APIResponse(responseCode = "403", description = "`seal-use-of-another`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`seal-use-decided`")
    public Response withdraw(@PathParam("id") UUID id) {
        return Response.ok(register.withdraw(id)).build();
    }
}
