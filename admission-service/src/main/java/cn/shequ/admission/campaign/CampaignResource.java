package cn.shequ.admission.campaign;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The campaigns of a division and year. */
@Path("/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "campaigns",
        description =
                "Campaigns for harmonious, civilised, safe and happy communities, with their criteria (Art. 30, 36).")
@RunOnVirtualThread
public class CampaignResource {

    private final CampaignDesk desk;
    private final Campaigns campaigns;

    CampaignResource(CampaignDesk desk, Campaigns campaigns) {
        this.desk = desk;
        this.campaigns = campaigns;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "openCampaign",
            summary = "Open a campaign",
            description = "One of each kind for a division and year; what it asks for is fixed from then on.")
    @APIResponse(
            responseCode = "201",
            description = "Opened.",
            content = @Content(schema = @Schema(implementation = Campaign.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another division")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(responseCode = "409", description = "`campaign-exists`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`leading-group-level` (Art. 34): a community holds none, `campaign-level` (Art. 36): nor does a"
                            + " subdistrict, `no-group-of-same-level`")
    public Response open(NewCampaign campaign) {
        Campaign opened = desk.open(campaign);
        return Response.created(URI.create("/v1/campaigns/" + opened.id()))
                .entity(opened)
                .build();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listCampaigns",
            summary = "Campaigns with their criteria",
            description = "Public, in the order in which they were opened.")
    @APIResponse(
            responseCode = "200",
            description = "A page of campaigns.",
            content = @Content(schema = @Schema(implementation = Campaign[].class)))
    public Response list(
            @QueryParam("division") @Nullable DivisionCode division,
            @QueryParam("kind") @Nullable CampaignKind kind,
            @QueryParam("year") @Nullable Integer year,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return campaigns.list(division, kind, year, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getCampaign", summary = "One campaign", description = "Public, with its criteria.")
    @APIResponse(
            responseCode = "200",
            description = "The campaign.",
            content = @Content(schema = @Schema(implementation = Campaign.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Campaign get(@PathParam("id") UUID id) {
        return desk.found(id);
    }

    @POST
    @Path("/{id}/entries")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.COMMUNITY_OFFICER)
    @Operation(
            operationId = "enterCampaign",
            summary = "Enter a campaign by a self-assessment",
            description =
                    "The community is that of the caller. Points for every criterion, with evidence. It is a nomination for the"
                            + " title, which a one-vote veto excludes like any other.")
    @APIResponse(
            responseCode = "201",
            description = "Entered.",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: not the officer of a community")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`award-exists`: entered already")
    @APIResponse(
            responseCode = "422",
            description =
                    "`award-ineligible` (Art. 16), `campaign-closed`, `points-do-not-fit`, `nominee-outside-division`")
    public Response enter(@PathParam("id") UUID id, SelfAssessment assessment) {
        EntryView entry = desk.assess(id, assessment);
        return Response.created(
                        URI.create("/v1/campaign-entries/" + entry.entry().id()))
                .entity(entry)
                .build();
    }
}
