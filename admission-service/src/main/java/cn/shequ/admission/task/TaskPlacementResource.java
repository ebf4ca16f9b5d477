package cn.shequ.admission.task;

import cn.shequ.admission.placement.FundingYear;
import cn.shequ.admission.placement.Placement;
import cn.shequ.admission.placement.Placements;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of a signed application in each of its communities. */
@Path("/v1/task-applications/{id}/placements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "task-applications")
@RunOnVirtualThread
public class TaskPlacementResource {

    private final TaskAccess access;
    private final Placements placements;
    private final Clock clock;

    TaskPlacementResource(TaskAccess access, Placements placements, Clock clock) {
        this.access = access;
        this.placements = placements;
        this.clock = clock;
    }

    /** A placement with what its funding years cost and how far they are paid. */
    public record Paid(@JsonUnwrapped Placement placement, List<FundingYear> funding) {}

    @GET
    @RolesAllowed({
        Roles.DEPARTMENT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listTaskPlacements",
            summary = "The placements of a signed application, in the order of communities",
            description = "Each with its stage today and what each funding year costs.")
    @APIResponse(
            responseCode = "200",
            description = "A page of placements.",
            content = @Content(schema = @Schema(implementation = Paid[].class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        access.seen(id);
        Page<Placement> found = placements.of(id, page);
        Map<UUID, List<FundingYear>> funding =
                placements.funding(found.items().stream().map(Placement::id).toList()).stream()
                        .collect(Collectors.groupingBy(FundingYear::placementId));
        LocalDate today = LocalDate.now(clock);
        return found.map(placement -> new Paid(placement.on(today), funding.getOrDefault(placement.id(), List.of())))
                .answer(uri);
    }
}
