package cn.shequ.funding.opening;

import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Opening balances over HTTP. */
@Path("/v1/ledgers/{id}/opening-balance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "opening-balances", description = "What a ledger begins with (期初余额, Art. 16).")
@RunOnVirtualThread
public class OpeningBalanceResource {

    private final OpeningLedgers opening;
    private final OpeningBalances openings;
    private final Ledgers ledgers;

    OpeningBalanceResource(OpeningLedgers opening, OpeningBalances openings, Ledgers ledgers) {
        this.opening = opening;
        this.openings = openings;
        this.ledgers = ledgers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "recordOpeningBalance",
            summary = "Record what a ledger begins with",
            description = "Before anything is booked in it. The funds together hold what the bank states.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, awaiting another person's approval.",
            content = @Content(schema = @Schema(implementation = OpeningBalance.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "opening-balance-exists, ledger-has-begun")
    @APIResponse(
            responseCode = "422",
            description =
                    "booked-in-future; opening-balance-unequal, evidence-not-uploaded, fund-of-other-ledger, period-closed (Art. 16).")
    public Response record(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewOpeningBalance.class),
                                            examples = @ExampleObject(value = """
                                    {"bookedOn": "2026-01-01", "bankBalance": "800.00",
                                     "evidence": "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea",
                                     "funds": [{"fund": "019a9c5e-0000-7000-8000-000000000003", "amount": "800.00"}]}""")))
                    NewOpeningBalance wanted) {
        return Response.created(URI.create("/v1/ledgers/" + id + "/opening-balance"))
                .entity(opening.record(id, wanted))
                .build();
    }

    @POST
    @Path("/approval")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_APPROVER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "approveOpeningBalance",
            summary = "Approve what a ledger begins with",
            description = "By another person than who recorded it. It is booked at once and cannot be reversed.")
    @APIResponse(
            responseCode = "200",
            description = "Approved and booked.",
            content = @Content(schema = @Schema(implementation = OpeningBalance.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "opening-balance-stage, ledger-has-begun")
    @APIResponse(responseCode = "422", description = "same-person; period-closed (Art. 16).")
    public Response approve(@PathParam("id") UUID id) {
        return Response.ok(opening.approve(id)).build();
    }

    @POST
    @Path("/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_APPROVER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "rejectOpeningBalance",
            summary = "Reject what a ledger was to begin with",
            description = "By another person than who recorded it, with the reason; another one may follow.")
    @APIResponse(
            responseCode = "200",
            description = "Rejected.",
            content = @Content(schema = @Schema(implementation = OpeningBalance.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "opening-balance-stage")
    @APIResponse(responseCode = "422", description = "same-person")
    public Response reject(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Rejection.class),
                                            examples = @ExampleObject(value = "{\"reason\": \"与银行对账单不符\"}")))
                    Rejection rejection) {
        return Response.ok(opening.reject(id, rejection.reason())).build();
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
            operationId = "getOpeningBalance",
            summary = "What a ledger begins with",
            description = "The latest that was recorded, with its decision.")
    @APIResponse(responseCode = "200", description = "The opening balance.")
    @APIResponse(responseCode = "404", description = "not-found")
    public OpeningBalance get(@PathParam("id") UUID id) {
        return openings.ofLedger(ledgers.toSee(id).id()).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
