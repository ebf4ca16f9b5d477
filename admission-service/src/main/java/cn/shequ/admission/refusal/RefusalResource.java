package cn.shequ.admission.refusal;

import cn.shequ.admission.CountedPeriod;
import cn.shequ.kit.concurrency.Retried;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Demands that communities refused. */
@Path("/v1/refusals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "refusals", description = "A community refuses what was never admitted; offices coordinate (Art. 4).")
@RunOnVirtualThread
public class RefusalResource {

    private final RefusalDesk desk;
    private final RefusalCoordination coordination;
    private final DemandRefusals refusals;
    private final RefusalCounts counts;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    RefusalResource(
            RefusalDesk desk,
            RefusalCoordination coordination,
            DemandRefusals refusals,
            RefusalCounts counts,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.desk = desk;
        this.coordination = coordination;
        this.refusals = refusals;
        this.counts = counts;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.COMMUNITY_OFFICER)
    @Operation(
            operationId = "refuseDemand",
            summary = "Refuse a demand that is out of scope or was not admitted",
            description = "It goes to the subdistrict office and the district's leading-group office; the lowest group "
                    + "that covers both the community and the body coordinates.")
    @APIResponse(
            responseCode = "201",
            description = "Refused.",
            content = @Content(schema = @Schema(implementation = DemandRefusal.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(
            responseCode = "422",
            description = "`task-is-admitted` names the placement; `duty-is-statutory`; `department-unknown`")
    public Response refuse(NewRefusal request) {
        DemandRefusal refusal = desk.refuse(request);
        return Response.created(URI.create("/v1/refusals/" + refusal.id()))
                .entity(refusal)
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listRefusals",
            summary = "Refusals of the caller's territory",
            description =
                    "In the order in which they were made. `overdue`: those whose coordination did not end in time "
                            + "(`refusal.coordination-within`); they are before the principal leader of the coordinating group.")
    @APIResponse(
            responseCode = "200",
            description = "A page of refusals.",
            content = @Content(schema = @Schema(implementation = DemandRefusal[].class)))
    public Response list(
            @QueryParam("community") @Nullable DivisionCode community,
            @QueryParam("coordinatedBy")
                    @Parameter(description = "Whose leading group coordinates, 12 digits.", example = "220102000000")
                    @Nullable
                    DivisionCode coordinatedBy,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return refusals.list(community, coordinatedBy, open, overdue, jurisdiction.bindings(), page)
                .answer(uri);
    }

    @GET
    @Path("/counts")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "countRefusals",
            summary = "Refusals per body that demanded: upheld, overruled, open and overdue",
            description =
                    "Of the caller's territory or a division of it, by the day of the refusal, less than a year at "
                            + "once. A body that is not registered counts by its level and name.")
    @APIResponse(
            responseCode = "200",
            description = "A page of counts.",
            content = @Content(schema = @Schema(implementation = RefusalCount[].class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: a year or more, or none.")
    public Response count(
            @QueryParam("from")
                    @Parameter(description = "The first day; the first of this month when left out.")
                    @Nullable
                    LocalDate from,
            @QueryParam("to") @Parameter(description = "The last day; the last of that month when left out.") @Nullable
                    LocalDate to,
            @QueryParam("division")
                    @Parameter(description = "The communities of this division only.", example = "220102001000")
                    @Nullable
                    DivisionCode division,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return counts.of(CountedPeriod.of(from, to, LocalDate.now(clock)), division, page)
                .answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getRefusal",
            summary = "One refusal",
            description = "For those who serve the community or a division above it.")
    @APIResponse(
            responseCode = "200",
            description = "The refusal.",
            content = @Content(schema = @Schema(implementation = DemandRefusal.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public DemandRefusal get(@PathParam("id") UUID id) {
        return coordination.seen(id);
    }

    @POST
    @Path("/{id}/outcome")
    @Retried
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.LEADING_GROUP_OFFICE, Roles.PRINCIPAL_LEADER})
    @Operation(
            operationId = "closeRefusal",
            summary = "Record how the coordination ended",
            description =
                    "The demand is withdrawn; or admission was applied for, by this application; or law gives the "
                            + "duty to the community, by this article. The office does it in time; when `coordinateBy` is over, the "
                            + "principal leader of the coordinating group or a deputy in term.")
    @APIResponse(
            responseCode = "200",
            description = "The refusal with its outcome.",
            content = @Content(schema = @Schema(implementation = DemandRefusal.class)))
    @APIResponse(
            responseCode = "403",
            description =
                    "`outside-jurisdiction`: a higher office coordinates; `refusal-lies-with-office`: it is in time; "
                            + "`refusal-lies-with-leader`: it is overdue; both name the last day, today and the row of the "
                            + "rulebook for it (`refusal.coordination-within`)")
    @APIResponse(responseCode = "409", description = "`refusal-closed`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`form-contradictory`, `application-does-not-answer`; `due-day-provisional`: it stays with the office as"
                            + " long as the holidays of that day's year are not announced")
    public Response close(@PathParam("id") UUID id, RefusalOutcome outcome) {
        return Response.ok(coordination.close(id, outcome)).build();
    }
}
