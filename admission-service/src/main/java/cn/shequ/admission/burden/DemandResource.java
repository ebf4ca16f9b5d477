package cn.shequ.admission.burden;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Problems;
import cn.shequ.kit.security.Roles;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The burden register: what is demanded of communities. */
@Path("/v1/demands")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "demands", description = "What is demanded of communities, and on what it rests (Art. 6, 7).")
@RunOnVirtualThread
public class DemandResource {

    private final DemandDesk desk;
    private final DemandCounts counts;
    private final Problems problems;

    DemandResource(DemandDesk desk, DemandCounts counts, Problems problems) {
        this.desk = desk;
        this.counts = counts;
        this.problems = problems;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.COMMUNITY_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Operation(
            operationId = "makeDemand",
            summary = "Demand a meeting, unpaid service, ledger, form, target, plaque or certificate of a community",
            description =
                    "By a body for itself, or written down by the community of which it was demanded. It rests on an"
                            + " admitted task in force, a duty by law, a form of the catalogue, or an approved"
                            + " exemption; otherwise it is refused and kept under `attemptId`.")
    @APIResponse(
            responseCode = "201",
            description = "It has a basis and is on record.",
            content = @Content(schema = @Schema(implementation = Demand.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`other-department`: in the name of another body")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(
            responseCode = "422",
            description = "`demand-without-basis` (Art. 7, and 4 or 5 by its grounds) and `duty-shifted` (Art. 6), both"
                    + " kept as `attemptId`;"
                    + " `form-contradictory`, `department-unknown`")
    public Response demand(NewDemand asked) {
        return problems.answer("/v1/demands", desk.record(asked));
    }

    @GET
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listDemands",
            summary = "What was demanded in the caller's territory",
            description = "Refused or not, in the order in which it was demanded; a department's officer sees its own.")
    @APIResponse(
            responseCode = "200",
            description = "A page of demands.",
            content = @Content(schema = @Schema(implementation = Demand[].class)))
    public Response list(
            @QueryParam("community") @Nullable DivisionCode community,
            @QueryParam("kind") @Nullable DemandKind kind,
            @QueryParam("refused") @Nullable Boolean refused,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return desk.list(community, kind, refused, page).answer(uri);
    }

    @GET
    @Path("/counts")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "countDemands",
            summary = "Demands per community, month and body",
            description = "Of the caller's territory, less than a year at once; a department's officer sees its own.")
    @APIResponse(
            responseCode = "200",
            description = "A page of counts.",
            content = @Content(schema = @Schema(implementation = DemandCount[].class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: a year or more, or none.")
    public Response count(
            @QueryParam("from")
                    @Parameter(description = "The first day; the first of this month when left out.")
                    @Nullable
                    LocalDate from,
            @QueryParam("to") @Parameter(description = "The last day; the last of that month when left out.") @Nullable
                    LocalDate to,
            @QueryParam("community") @Nullable DivisionCode community,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return counts.of(from, to, community, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getDemand",
            summary = "One demand, refused or not",
            description =
                    "For those who serve the community or a division above it; a department's officer sees its own.")
    @APIResponse(
            responseCode = "200",
            description = "The demand.",
            content = @Content(schema = @Schema(implementation = Demand.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Demand get(@PathParam("id") UUID id) {
        return desk.seen(id);
    }
}
