package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which committees have been elected and have not received their seal yet. */
@Path("/v1/due-seal-handovers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "seals", description = "The seal of each residents' committee: issue, custody, loss, replacement (Art. 8).")
@RunOnVirtualThread
public class DueSealHandoverResource {

    private final DueHandovers due;
    private final Jurisdiction jurisdiction;

    DueSealHandoverResource(DueHandovers due, Jurisdiction jurisdiction) {
        this.due = due;
        this.jurisdiction = jurisdiction;
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
            operationId = "listDueSealHandovers",
            summary = "Seals to be handed over after an election",
            description =
                    "In the caller's territory, in the order in which the elections were recorded. A seal leaves the"
                            + " list when it is handed over, its custody is confirmed or another is issued in its place, on the"
                            + " day of the election or later. It is used meanwhile as before.")
    @APIResponse(
            responseCode = "200",
            description = "A page of what is due.",
            content = @Content(schema = @Schema(implementation = DueHandover[].class)))
    public Response list(
            @QueryParam("division")
                    @Parameter(description = "A community, or a division in which the communities lie.")
                    @Nullable
                    DivisionCode division,
            @QueryParam("overdue")
                    @Parameter(
                            description = "Only those whose last day (row `seal.handover-after-election`) is over, or"
                                    + " only the others.")
                    @Nullable
                    Boolean overdue,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return due.list(division, overdue, jurisdiction.bindings(), page).answer(uri);
    }
}
