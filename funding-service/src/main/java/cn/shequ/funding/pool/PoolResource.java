package cn.shequ.funding.pool;

import cn.shequ.funding.expenditure.Expenditure;
import cn.shequ.funding.fund.Funds;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pools over HTTP. */
@Path("/v1/pools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "pools",
        description = "The pools of the districts: distributed to communities, or spent for them (Art. 15).")
@RunOnVirtualThread
public class PoolResource {

    private static final String EXAMPLE = """
            {"amount": "90000.00", "bookedOn": "2026-04-02", "evidence": [],
             "weights": [{"community": "220102001001", "weight": 3}, {"community": "220102001002", "weight": 2}]}""";

    private final Pools pools;
    private final Funds funds;
    private final Distributing distributing;

    PoolResource(Pools pools, Funds funds, Distributing distributing) {
        this.pools = pools;
        this.funds = funds;
        this.distributing = distributing;
    }

    @GET
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listPools",
            summary = "The pools of the caller's territory",
            description = "What each received, distributed, spent, committed and has left; in the order of opening.")
    @APIResponse(
            responseCode = "200",
            description = "A page of pools.",
            content = @Content(schema = @Schema(implementation = Pool[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("fiscalYear") @Min(2011) @Max(2999) @Nullable Integer fiscalYear,
            @QueryParam("ledger") @Nullable UUID ledger,
            @Context UriInfo uri) {
        return pools.list(page, fiscalYear, ledger).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getPool",
            summary = "One pool",
            description = "The id is that of its fund. With what was distributed to and spent for each community.")
    @APIResponse(responseCode = "200", description = "The pool.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Pool get(@PathParam("id") UUID id) {
        return pools.find(funds.toSee(id).id()).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    @POST
    @Path("/{id}/distributions/previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Operation(
            operationId = "previewDistribution",
            summary = "What a distribution would give",
            description = "Nothing is kept. Without weights each community weighs what the pool owes it.")
    @APIResponse(
            responseCode = "200",
            description = "The plan.",
            content = @Content(schema = @Schema(implementation = DistributionPlan.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such pool in the caller's territory.")
    @APIResponse(responseCode = "422", description = "nothing-to-distribute, pool-share-exceeded (Art. 15).")
    public DistributionPlan preview(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = DistributionRequest.class),
                                            examples = @ExampleObject(value = EXAMPLE)))
                    DistributionRequest request) {
        return distributing.plan(id, request);
    }

    @POST
    @Path("/{id}/distributions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_ACCOUNTANT)
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "decideDistribution", summary = "Decide a distribution", description = """
                    Records an expenditure of category DISTRIBUTION. Another person approves it and a third pays it, as
                    every expenditure; with the payment the money arrives in the subdistricts' ledgers and settles what
                    the pool owes the communities, in one transaction.""")
    @APIResponse(
            responseCode = "201",
            description = "The expenditure.",
            content = @Content(schema = @Schema(implementation = Expenditure.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such pool in the caller's territory.")
    @APIResponse(responseCode = "422", description = """
                    nothing-to-distribute, pool-share-exceeded (Art. 15); insufficient-funds, spend-by-passed,
                    period-closed (Art. 16); booked-in-future.""")
    public Response decide(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = DistributionRequest.class),
                                            examples = @ExampleObject(value = EXAMPLE)))
                    DistributionRequest request) {
        Expenditure expenditure = distributing.decide(id, request);
        return Response.created(URI.create("/v1/expenditures/" + expenditure.id()))
                .entity(expenditure)
                .build();
    }
}
