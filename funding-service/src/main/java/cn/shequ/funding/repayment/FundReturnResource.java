package cn.shequ.funding.repayment;

import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
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

/** Returns over HTTP. */
@Path("/v1/fund-returns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fund-returns", description = "Unspent money that goes back to who gave it (Art. 16).")
@RunOnVirtualThread
public class FundReturnResource {

    private final Returning returning;
    private final FundReturns returns;
    private final Ledgers ledgers;

    FundReturnResource(Returning returning, FundReturns returns, Ledgers ledgers) {
        this.returning = returning;
        this.returns = returns;
        this.ledgers = ledgers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_ACCOUNTANT)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "proposeFundReturn",
            summary = "Propose to give unspent money back",
            description = "To the body that paid it in or to the donor of a donation, never more than was given.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, awaiting approval.",
            content = @Content(schema = @Schema(implementation = FundReturn.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "422",
            description = "insufficient-funds, returns-more-than-given, period-closed (Art. 16); booked-in-future.")
    public Response propose(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewReturn.class),
                                            examples = @ExampleObject(value = """
                                    {"fund": "019a9c5e-0000-7000-8000-000000000003", "amount": "4700.00",
                                     "payee": "11220102DEM000014K", "bookedOn": "2026-12-20"}""")))
                    NewReturn wanted) {
        FundReturn proposed = returning.propose(wanted);
        return Response.created(URI.create("/v1/fund-returns/" + proposed.id()))
                .entity(proposed)
                .build();
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.SUBDISTRICT_APPROVER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "approveFundReturn",
            summary = "Approve a return",
            description = "By another person than its maker. The money is owed back from its booking day on.")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = FundReturn.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "return-stage")
    @APIResponse(
            responseCode = "422",
            description = "same-person; insufficient-funds, returns-more-than-given, period-closed (Art. 16).")
    public Response approve(@PathParam("id") UUID id) {
        return Response.ok(returning.approve(id)).build();
    }

    @POST
    @Path("/{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_APPROVER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "rejectFundReturn",
            summary = "Reject a return",
            description = "By another person than its maker, with the reason; nothing moves.")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = FundReturn.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "return-stage")
    @APIResponse(responseCode = "422", description = "same-person")
    public Response reject(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Rejection.class),
                                            examples = @ExampleObject(value = "{\"reason\": \"仍需使用\"}")))
                    Rejection wanted) {
        return Response.ok(returning.reject(id, wanted.reason())).build();
    }

    @POST
    @Path("/{id}/payment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_CASHIER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "payFundReturn",
            summary = "Pay a return",
            description = "By the cashier, who neither made nor approved it.")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = FundReturn.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "return-stage")
    @APIResponse(responseCode = "422", description = """
                    same-person, booked-too-early, booked-in-future; fund-without-cash, returns-more-than-given,
                    period-closed (Art. 16).""")
    public Response pay(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Payment.class),
                                            examples = @ExampleObject(value = "{\"bookedOn\": \"2026-12-22\"}")))
                    Payment wanted) {
        return Response.ok(returning.pay(id, wanted.bookedOn())).build();
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
    @Operation(operationId = "getFundReturn", summary = "One return", description = "With its steps.")
    @APIResponse(responseCode = "200", description = "The return.")
    @APIResponse(responseCode = "404", description = "not-found")
    public FundReturn get(@PathParam("id") UUID id) {
        FundReturn found = returns.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        ledgers.toSee(found.ledger());
        return found;
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
            operationId = "listFundReturns",
            summary = "The returns of a ledger",
            description = "In the order in which they were recorded.")
    @APIResponse(
            responseCode = "200",
            description = "A page of returns.",
            content = @Content(schema = @Schema(implementation = FundReturn[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response list(
            @BeanParam PageRequest page, @NotNull @QueryParam("ledger") UUID ledger, @Context UriInfo uri) {
        return returns.of(ledgers.toSee(ledger).id(), page).answer(uri);
    }
}
