package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
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

/** The catalogue of services over HTTP. */
@Path("/v1/purchase-items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "purchase-items", description = "The services that a unit buys from social organisations (Art. 25).")
@RunOnVirtualThread
public class PurchaseItemResource {

    private final PurchaseItems items;
    private final Jurisdiction jurisdiction;
    private final Callers callers;

    PurchaseItemResource(PurchaseItems items, Jurisdiction jurisdiction, Callers callers) {
        this.items = items;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CIVIL_AFFAIRS_OFFICER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "listPurchaseItem",
            summary = "List a service in the catalogue",
            description = "Of the caller's own division or one below it; demands in that territory may name it.")
    @APIResponse(
            responseCode = "201",
            description = "Listed.",
            content = @Content(schema = @Schema(implementation = PurchaseItem.class)))
    @APIResponse(responseCode = "404", description = "not-found: the division is not within the caller's territory.")
    @APIResponse(responseCode = "409", description = "item-already-listed (Art. 25)")
    public Response list(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewPurchaseItem.class),
                                            examples = @ExampleObject(value = """
                                    {"division": "220102000000", "code": "ELDERLY-HOME-CARE", "title": "居家养老服务",
                                     "description": "为社区内60岁以上老人提供助餐、助洁、陪护。"}""")))
                    NewPurchaseItem wanted) {
        jurisdiction.requireAct(Reach.of(wanted.division()));
        PurchaseItem item = items.list(wanted, callers.current().subject())
                .orElseThrow(() -> Refusal.of(FundingProblem.ITEM_ALREADY_LISTED)
                        .with("code", wanted.code())
                        .with("division", wanted.division()));
        return Response.created(URI.create("/v1/purchase-items/" + item.id()))
                .entity(item)
                .build();
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.CIVIL_AFFAIRS_OFFICER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "withdrawPurchaseItem",
            summary = "Take a service out of the catalogue",
            description = "No new demand names it; what was demanded before goes on.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn.",
            content = @Content(schema = @Schema(implementation = PurchaseItem.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response withdraw(@PathParam("id") UUID id) {
        jurisdiction.requireAct(Reach.of(items.require(id).division()));
        items.withdraw(id, callers.current().subject());
        return Response.ok(items.require(id)).build();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPurchaseItems",
            summary = "The catalogues",
            description = "Public. In the order in which the services were listed; withdrawn ones say so.")
    @APIResponse(
            responseCode = "200",
            description = "A page of services.",
            content = @Content(schema = @Schema(implementation = PurchaseItem[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("division") @Parameter(example = "220102000000") @Nullable DivisionCode division,
            @Context UriInfo uri) {
        return items.list(page, division).answer(uri);
    }
}
