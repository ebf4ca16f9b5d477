package cn.shequ.funding.expenditure;

import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Problems;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Expenditures over HTTP. */
@Path("/v1/expenditures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "expenditures", description = "Money out: recorded, approved and paid by different persons (Art. 16).")
@RunOnVirtualThread
public class ExpenditureResource {

    private final ExpenditureRecording recording;
    private final ExpenditureDeciding deciding;
    private final Expenditures expenditures;
    private final Problems problems;

    ExpenditureResource(
            ExpenditureRecording recording,
            ExpenditureDeciding deciding,
            Expenditures expenditures,
            Problems problems) {
        this.recording = recording;
        this.deciding = deciding;
        this.expenditures = expenditures;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_ACCOUNTANT)
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "recordExpenditure", summary = "Record an expenditure for approval", description = """
                    A category that the fund does not allow is refused as attempted diversion; the attempt is kept and
                    the answer names it. Above the rulebook's amount two persons approve. Who names a reservation of the
                    fund takes its money instead of what is available. Evidence is uploaded first (`uploadDocument`) and
                    attached here.""")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, awaiting approval.",
            content = @Content(schema = @Schema(implementation = Expenditure.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such fund, or not within the caller's territory.")
    @APIResponse(responseCode = "422", description = """
                    diversion-attempted (Art. 16, with attemptId), insufficient-funds, spend-by-passed, period-closed,
                    evidence-not-uploaded (Art. 16, with the missing digests); booked-in-future. Drawing on a reservation:
                    commitment-of-other-fund, commitment-exceeded (Art. 16), commitment-expired, booked-too-early.""")
    @APIResponse(responseCode = "409", description = "commitment-stage")
    public Response record(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewExpenditure.class),
                                            examples = @ExampleObject(value = """
                                    {"fund": "019a9c5e-0000-7000-8000-000000000003", "category": "LABOUR_FEES",
                                     "amount": "1200.00", "payee": "某某文印店", "purpose": "入户宣传材料制作",
                                     "evidence": ["3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"],
                                     "bookedOn": "2026-03-05"}""")))
                    NewExpenditure wanted) {
        return switch (recording.record(wanted)) {
            case ExpenditureRecording.Outcome.Recorded recorded ->
                Response.created(URI.create(
                                "/v1/expenditures/" + recorded.expenditure().id()))
                        .entity(recorded.expenditure())
                        .build();
            case ExpenditureRecording.Outcome.Diverted diverted ->
                problems.recorded(diverted.refusal(), diverted.attempt().id());
        };
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.SUBDISTRICT_APPROVER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "approveExpenditure",
            summary = "Approve an expenditure",
            description = "By another person than its maker. The last approval that is needed reserves the money.")
    @APIResponse(
            responseCode = "200",
            description = "Approved.",
            content = @Content(schema = @Schema(implementation = Expenditure.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "expenditure-stage, commitment-stage")
    @APIResponse(responseCode = "422", description = """
                    same-person, commitment-expired, booked-too-early; insufficient-funds, commitment-exceeded, period-closed
                    (Art. 16).""")
    public Response approve(@PathParam("id") UUID id) {
        return Response.ok(deciding.approve(id)).build();
    }

    @POST
    @Path("/{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_APPROVER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "rejectExpenditure",
            summary = "Reject an expenditure",
            description = "By another person than its maker, with the reason; nothing was reserved and nothing moves.")
    @APIResponse(
            responseCode = "200",
            description = "Rejected.",
            content = @Content(schema = @Schema(implementation = Expenditure.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "expenditure-stage")
    @APIResponse(responseCode = "422", description = "same-person")
    public Response reject(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Rejection.class),
                                            examples = @ExampleObject(value = "{\"reason\": \"发票与合同不符\"}")))
                    Rejection rejection) {
        return Response.ok(deciding.reject(id, rejection.reason())).build();
    }

    @POST
    @Path("/{id}/payment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_CASHIER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "payExpenditure",
            summary = "Pay an approved expenditure",
            description = "By the cashier, who neither made nor approved it.")
    @APIResponse(
            responseCode = "200",
            description = "Paid.",
            content = @Content(schema = @Schema(implementation = Expenditure.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "expenditure-stage")
    @APIResponse(
            responseCode = "422",
            description =
                    "same-person, booked-in-future, booked-too-early; fund-without-cash, period-closed (Art. 16).")
    public Response pay(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Payment.class),
                                            examples = @ExampleObject(value = "{\"bookedOn\": \"2026-03-06\"}")))
                    Payment payment) {
        return Response.ok(deciding.pay(id, payment.bookedOn())).build();
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
            operationId = "getExpenditure",
            summary = "One expenditure",
            description = "With its steps. Payee, purpose and salt open the commitment that the events carry.")
    @APIResponse(responseCode = "200", description = "The expenditure.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Expenditure get(@PathParam("id") UUID id) {
        return expenditures.toSee(id);
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
            operationId = "listExpenditures",
            summary = "The expenditures of the caller's territory",
            description = "In the order in which they were recorded; every filter may be left out.")
    @APIResponse(
            responseCode = "200",
            description = "A page of expenditures.",
            content = @Content(schema = @Schema(implementation = Expenditure[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("ledger") @Nullable UUID ledger,
            @QueryParam("fund") @Nullable UUID fund,
            @QueryParam("stage") @Nullable ExpenditureStage stage,
            @Context UriInfo uri) {
        return expenditures.list(page, ledger, fund, stage).answer(uri);
    }
}
