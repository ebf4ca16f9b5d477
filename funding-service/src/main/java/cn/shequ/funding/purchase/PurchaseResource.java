package cn.shequ.funding.purchase;

import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Demands for services over HTTP. */
@Path("/v1/purchases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "purchases", description = "Services bought from registered social organisations (Art. 25).")
@RunOnVirtualThread
public class PurchaseResource {

    private final PurchasePlanning planning;
    private final Purchases purchases;

    PurchaseResource(PurchasePlanning planning, Purchases purchases) {
        this.planning = planning;
        this.purchases = purchases;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.DEPARTMENT_OFFICER
    })
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "planPurchase", summary = "Plan the purchase of a service", description = """
                    Paid from a fund for purchased services that has the money beyond the budgets of its other purchases.
                    The weights of the criteria make 100; exactly one of them is the price. Reserves nothing yet.""")
    @APIResponse(
            responseCode = "201",
            description = "Planned, to be published.",
            content = @Content(schema = @Schema(implementation = Purchase.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such item, fund or division for the caller.")
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "409", description = "nothing-to-retender (Art. 25)")
    @APIResponse(responseCode = "422", description = """
                    criteria-not-whole, deadline-not-ahead, item-not-in-catalogue (Art. 25); fund-not-for-purchases,
                    purchase-outside-fund, budget-not-available (Art. 16, 25).""")
    public Response plan(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewPurchase.class),
                                            examples = @ExampleObject(value = """
                                    {"item": "019a9c5e-0000-7000-8000-000000000041",
                                     "fund": "019a9c5e-0000-7000-8000-000000000003", "division": "220102001001",
                                     "title": "2026年居家养老服务", "description": "每周两次上门助餐、助洁，覆盖60岁以上独居老人。",
                                     "budget": "30000.00", "bidsDueAt": "2026-03-20T17:00:00+08:00",
                                     "criteria": [
                                       {"code": "PRICE", "kind": "PRICE", "title": "报价", "weight": 30},
                                       {"code": "PLAN", "kind": "QUALITY", "title": "服务方案", "weight": 70}]}""")))
                    NewPurchase wanted) {
        Purchase purchase = planning.plan(wanted);
        return Response.created(URI.create("/v1/purchases/" + purchase.id()))
                .entity(purchase)
                .build();
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.DEPARTMENT_OFFICER
    })
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "publishPurchase",
            summary = "Publish a demand",
            description = "From now to its deadline registered organisations bid; what they bid is sealed until then.")
    @APIResponse(
            responseCode = "200",
            description = "Published.",
            content = @Content(schema = @Schema(implementation = Purchase.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage (Art. 25)")
    @APIResponse(responseCode = "422", description = "deadline-not-ahead (Art. 25)")
    public Response publish(@PathParam("id") UUID id) {
        return Response.ok(planning.publish(id)).build();
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "cancelPurchase",
            summary = "Cancel a purchase that is not contracted",
            description = "An outcome on record, with its reason. What is contracted is terminated instead.")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled.",
            content = @Content(schema = @Schema(implementation = Purchase.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage (Art. 25)")
    public Response cancel(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Reason.class),
                                            examples = @ExampleObject(value = "{\"reason\": \"年度计划调整\"}")))
                    Reason reason) {
        return Response.ok(planning.cancel(id, reason.reason())).build();
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getPurchase", summary = "One purchase", description = "Public: demand, criteria, stage.")
    @APIResponse(responseCode = "200", description = "The purchase.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Purchase get(@PathParam("id") UUID id) {
        return purchases.require(id);
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPurchases",
            summary = "The purchases of a territory",
            description = "Public. In the order in which they were planned; every filter may be left out.")
    @APIResponse(
            responseCode = "200",
            description = "A page of purchases.",
            content = @Content(schema = @Schema(implementation = Purchase[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("division")
                    @Parameter(description = "The division and all below it.", example = "220102000000")
                    @Nullable
                    DivisionCode division,
            @QueryParam("stage") @Nullable PurchaseStage stage,
            @QueryParam("item") @Nullable UUID item,
            @Context UriInfo uri) {
        return purchases.list(page, new Purchases.Filter(division, stage, item)).answer(uri);
    }
}
