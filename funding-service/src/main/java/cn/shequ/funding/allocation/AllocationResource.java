package cn.shequ.funding.allocation;

import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Annual allocations over HTTP. */
@Path("/v1/annual-allocations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "annual-allocations", description = "The working funds of a year for every eligible community (Art. 15).")
@RunOnVirtualThread
public class AllocationResource {

    private static final String EXAMPLE = """
            {"fiscalYear": 2026, "weights": [{"community": "220102001001", "weight": 3}]}""";

    private final AllocationPlanning planning;
    private final AllocationCommitting committing;
    private final Allocations allocations;

    AllocationResource(AllocationPlanning planning, AllocationCommitting committing, Allocations allocations) {
        this.planning = planning;
        this.committing = committing;
        this.allocations = allocations;
    }

    @POST
    @Path("/previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "previewAllocation",
            summary = "What an annual allocation would give",
            description = "Nothing is kept. A community that is not named weighs 1 in its unit's pool.")
    @APIResponse(
            responseCode = "200",
            description = "The plan.",
            content = @Content(schema = @Schema(implementation = AllocationPlan.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: the city's finance allocates.")
    @APIResponse(
            responseCode = "422",
            description = "nothing-to-allocate, weights-of-unit-all-zero, weight-of-ineligible (Art. 15).")
    public AllocationPlan preview(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = AllocationRequest.class),
                                            examples = @ExampleObject(value = EXAMPLE)))
                    AllocationRequest request) {
        return planning.plan(request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "commitAllocation", summary = "Commit the annual allocation", description = """
                    Opens a fund for each community and a pool fund for each unit, and the obligations towards them. A year
                    is allocated once; communities that came later get a supplement that names the first allocation.""")
    @APIResponse(
            responseCode = "201",
            description = "Committed.",
            content = @Content(schema = @Schema(implementation = Allocation.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: the city's finance allocates.")
    @APIResponse(responseCode = "404", description = "not-found: the allocation to be supplemented.")
    @APIResponse(responseCode = "409", description = "allocation-already-committed (Art. 15), naming the first.")
    @APIResponse(
            responseCode = "422",
            description =
                    "nothing-to-allocate, weights-of-unit-all-zero, weight-of-ineligible (Art. 15); ledger-not-open (Art. 16).")
    public Response commit(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = AllocationRequest.class),
                                            examples = @ExampleObject(value = EXAMPLE)))
                    AllocationRequest request) {
        Allocation allocation = committing.commit(request);
        return Response.created(URI.create("/v1/annual-allocations/" + allocation.id()))
                .entity(allocation)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "getAllocation",
            summary = "One annual allocation",
            description = "With the units of the caller's territory, and the totals of these.")
    @APIResponse(responseCode = "200", description = "The allocation.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Allocation get(@PathParam("id") UUID id) {
        return allocations.visible(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "listAllocations",
            summary = "The allocations of a year",
            description = "The first one and its supplements, 100 at most, as the caller may see them.")
    @APIResponse(responseCode = "200", description = "The allocations.")
    public List<Allocation> list(@NotNull @Min(2011) @Max(2999) @QueryParam("fiscalYear") Integer fiscalYear) {
        return allocations.ofYear(fiscalYear).stream()
                .map(allocations::visible)
                .flatMap(Optional::stream)
                .toList();
    }
}
