package cn.shequ.funding.receipt;

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

/** Receipts over HTTP. */
@Path("/v1/receipts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "receipts", description = "Money that came in, and what it settles (Art. 5, 16).")
@RunOnVirtualThread
public class ReceiptResource {

    private final ReceiptTaking taking;
    private final Receipts receipts;
    private final Ledgers ledgers;

    ReceiptResource(ReceiptTaking taking, Receipts receipts, Ledgers ledgers) {
        this.taking = taking;
        this.receipts = receipts;
        this.ledgers = ledgers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "recordReceipt", summary = "Record money that came in", description = """
                    It settles the obligations it names (500 at most), else what its payer owes in the ledger, oldest due
                    first, then by community. With a fund and nothing named, all of it goes to that fund. An obligation
                    is settled when it is paid in full.""")
    @APIResponse(
            responseCode = "201",
            description = "The receipt is booked.",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such ledger, or not within the caller's territory.")
    @APIResponse(responseCode = "409", description = "bank-line-already-booked (Art. 16), with the first receipt.")
    @APIResponse(responseCode = "422", description = """
                    booked-in-future; period-closed, obligation-not-of-payer, settles-more-than-outstanding,
                    settles-more-than-received, receipt-without-purpose, fund-of-other-ledger (Art. 16).""")
    public Response record(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewReceipt.class),
                                            examples = @ExampleObject(value = """
                                    {"ledger": "019a9c5e-0000-7000-8000-000000000001", "payer": "11220102DEM000014K",
                                     "amount": "12000.00", "bookedOn": "2026-03-02", "bankReference": "20260302-000017",
                                     "settles": [{"obligation": "019a9c5e-0000-7000-8000-000000000002",
                                                  "amount": "12000.00"}]}""")))
                    NewReceipt wanted) {
        Receipt receipt = taking.take(wanted);
        return Response.created(URI.create("/v1/receipts/" + receipt.id()))
                .entity(receipt)
                .build();
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
    @Operation(operationId = "getReceipt", summary = "One receipt", description = "And what it settled.")
    @APIResponse(responseCode = "200", description = "The receipt.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Receipt get(@PathParam("id") UUID id) {
        Receipt receipt = receipts.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        ledgers.toSee(receipt.ledger());
        return receipt;
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
            operationId = "listReceipts",
            summary = "The receipts of a ledger",
            description = "In the order in which they were recorded.")
    @APIResponse(
            responseCode = "200",
            description = "A page of receipts.",
            content = @Content(schema = @Schema(implementation = Receipt[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response list(
            @BeanParam PageRequest page, @NotNull @QueryParam("ledger") UUID ledger, @Context UriInfo uri) {
        return receipts.of(ledgers.toSee(ledger).id(), page).answer(uri);
    }
}
