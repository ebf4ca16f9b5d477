package cn.shequ.funding.refund;

import cn.shequ.funding.expenditure.Expenditure;
import cn.shequ.funding.expenditure.Expenditures;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Refunds over HTTP. */
@Path("/v1/expenditures/{id}/refunds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "expenditures")
@RunOnVirtualThread
public class RefundResource {

    private final RefundTaking taking;
    private final Refunds refunds;
    private final Expenditures expenditures;
    private final Ledgers ledgers;

    RefundResource(RefundTaking taking, Refunds refunds, Expenditures expenditures, Ledgers ledgers) {
        this.taking = taking;
        this.refunds = refunds;
        this.expenditures = expenditures;
        this.ledgers = ledgers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "recordRefund",
            summary = "Record what a payee paid back",
            description = "Some or all of a paid expenditure, never more than was paid. The fund has it again.")
    @APIResponse(
            responseCode = "201",
            description = "The refund is booked.",
            content = @Content(schema = @Schema(implementation = Refund.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "expenditure-stage; bank-line-already-booked (Art. 16)")
    @APIResponse(
            responseCode = "422",
            description = "refunds-more-than-paid, period-closed (Art. 16); booked-too-early, booked-in-future.")
    public Response record(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewRefund.class),
                                            examples = @ExampleObject(value = """
                                    {"amount": "120.00", "bookedOn": "2026-04-02",
                                     "bankReference": "20260402-000003"}""")))
                    NewRefund wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(taking.take(id, wanted))
                .build();
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
            operationId = "listRefunds",
            summary = "What came back of an expenditure",
            description = "In the order of recording, 1,000 at most.")
    @APIResponse(responseCode = "200", description = "The refunds.")
    @APIResponse(responseCode = "404", description = "not-found")
    public List<Refund> list(@PathParam("id") UUID id) {
        Expenditure expenditure = expenditures.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        ledgers.toSee(expenditure.ledger());
        return refunds.of(id);
    }
}
