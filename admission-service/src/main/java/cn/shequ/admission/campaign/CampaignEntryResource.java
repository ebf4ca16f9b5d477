package cn.shequ.admission.campaign;

import cn.shequ.admission.award.AwardStage;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Communities in campaigns, from self-assessment to review. */
@Path("/v1/campaign-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaign-entries", description = "What communities say of themselves and what the office finds (Art. 30).")
@RunOnVirtualThread
public class CampaignEntryResource {

    private final CampaignDesk desk;
    private final CampaignEntries entries;
    private final Jurisdiction jurisdiction;

    CampaignEntryResource(CampaignDesk desk, CampaignEntries entries, Jurisdiction jurisdiction) {
        this.desk = desk;
        this.entries = entries;
        this.jurisdiction = jurisdiction;
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
            operationId = "listCampaignEntries",
            summary = "Entries by communities, or in campaigns, of the caller's territory",
            description = "In the order in which they came, with sums of points.")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries.",
            content = @Content(schema = @Schema(implementation = CampaignEntry[].class)))
    public Response list(
            @QueryParam("campaign") @Nullable UUID campaign,
            @QueryParam("community") @Nullable DivisionCode community,
            @QueryParam("stage") @Nullable AwardStage stage,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return entries.list(campaign, community, stage, jurisdiction.bindings(), page)
                .answer(uri);
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
            operationId = "getCampaignEntry",
            summary = "One entry with its points for each criterion",
            description = "For those who serve the community or the campaign's division, or one above.")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public EntryView get(@PathParam("id") UUID id) {
        return desk.seen(id);
    }

    @POST
    @Path("/{id}/review")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "reviewCampaignEntry",
            summary = "Review an entry, and grant the title or not",
            description =
                    "Points found for every criterion, by another person than who assessed. From `pointsRequired` on the title"
                            + " is granted and published; with fewer the entry is declined, with both figures.")
    @APIResponse(
            responseCode = "200",
            description = "Reviewed: `GRANTED` or `DECLINED`.",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another division")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`award-stage-forbids`, `already-acted`")
    @APIResponse(responseCode = "422", description = "`points-do-not-fit`, `award-ineligible` (Art. 16)")
    public Response review(@PathParam("id") UUID id, Review review) {
        return Response.ok(desk.review(id, review)).build();
    }
}
