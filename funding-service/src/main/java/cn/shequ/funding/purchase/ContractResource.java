package cn.shequ.funding.purchase;

import cn.shequ.funding.expenditure.Expenditure;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
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

/** Contracts, milestones and their payment over HTTP. */
@Path("/v1/purchases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "purchase-contracts", description = "From the award to acceptance, payment and reward (Art. 25).")
@RunOnVirtualThread
public class ContractResource {

    private final Contracting contracting;
    private final Accepting accepting;

    ContractResource(Contracting contracting, Accepting accepting) {
        this.contracting = contracting;
        this.accepting = accepting;
    }

    @POST
    @Path("/{id}/contract")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "concludePurchaseContract",
            summary = "Conclude the contract with the winner",
            description =
                    "For the amount of its bid, in milestones that add up to it. By another person than who awarded; the money is reserved.")
    @APIResponse(
            responseCode = "200",
            description = "Concluded.",
            content = @Content(schema = @Schema(implementation = Contract.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage (Art. 25)")
    @APIResponse(
            responseCode = "422",
            description =
                    "milestones-not-contract, awarder-may-not (Art. 25); evidence-not-uploaded, insufficient-funds, period-closed (Art. 16); booked-in-future.")
    public Response conclude(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewContract.class),
                                            examples = @ExampleObject(value = """
{"signedOn": "2026-04-01",
 "document": "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea",
 "milestones": [{"title": "第一季度", "amount": "14300.00", "dueOn": "2026-06-30"},
                {"title": "第二季度", "amount": "14300.00", "dueOn": "2026-09-30"}]}""")))
                    NewContract wanted) {
        return Response.ok(contracting.conclude(id, wanted)).build();
    }

    @POST
    @Path("/{id}/milestones/{number}/assessments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COMMUNITY_OFFICER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "assessPurchaseMilestone",
            summary = "Say how satisfied the community is with a milestone",
            description =
                    "By a community that the service is for, never by the organisation. From the purchase's least satisfaction on it is accepted; below it stays open and may be assessed again.")
    @APIResponse(
            responseCode = "200",
            description = "Accepted or not.",
            content = @Content(schema = @Schema(implementation = Milestone.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage, milestone-already-accepted (Art. 25)")
    public Response assess(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Assessment.class),
                                            examples = @ExampleObject(value = """
{"satisfaction": 92, "remark": "老人普遍满意"}""")))
                    Assessment wanted) {
        return Response.ok(accepting.assess(id, number, wanted)).build();
    }

    @POST
    @Path("/{id}/milestones/{number}/expenditure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_ACCOUNTANT)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "payPurchaseMilestone",
            summary = "Record the payment of an accepted milestone",
            description =
                    "An ordinary expenditure with the contract's amount, fund and payee, drawn from what is reserved; others approve and pay it.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, awaiting approval.",
            content = @Content(schema = @Schema(implementation = Expenditure.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage, milestone-already-paid (Art. 25)")
    @APIResponse(
            responseCode = "422",
            description =
                    "milestone-not-accepted (Art. 25); evidence-not-uploaded, spend-by-passed, period-closed (Art. 16); commitment-expired, booked-in-future.")
    public Response pay(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewPayment.class),
                                            examples = @ExampleObject(value = """
{"bookedOn": "2026-07-05",
 "evidence": ["3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"]}""")))
                    NewPayment wanted) {
        return recorded(accepting.pay(id, number, wanted));
    }

    @POST
    @Path("/{id}/reward")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_ACCOUNTANT)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "rewardPurchase",
            summary = "Record a reward for an organisation that satisfied people",
            description =
                    "After the end, once, from the purchase's fund; from the rulebook's satisfaction on. Others approve and pay it.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, awaiting approval.",
            content = @Content(schema = @Schema(implementation = Expenditure.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "reward-already-given (Art. 25)")
    @APIResponse(
            responseCode = "422",
            description =
                    "reward-not-earned; evidence-not-uploaded, insufficient-funds, spend-by-passed, period-closed (Art. 16); booked-in-future.")
    public Response reward(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewReward.class),
                                            examples = @ExampleObject(value = """
{"amount": "2000.00", "bookedOn": "2026-10-15",
 "evidence": ["3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"]}""")))
                    NewReward wanted) {
        return recorded(accepting.reward(id, wanted));
    }

    @POST
    @Path("/{id}/completion")
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "completePurchase",
            summary = "Close a purchase that is paid in full",
            description = "Every milestone was accepted and paid.")
    @APIResponse(
            responseCode = "200",
            description = "Completed.",
            content = @Content(schema = @Schema(implementation = Purchase.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage (Art. 25)")
    @APIResponse(responseCode = "422", description = "milestones-not-paid (Art. 25)")
    public Response complete(@PathParam("id") UUID id) {
        return Response.ok(contracting.complete(id)).build();
    }

    @POST
    @Path("/{id}/termination")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "terminatePurchase",
            summary = "End a contract before its time",
            description = "What is not drawn goes back to the fund; what was paid stays paid.")
    @APIResponse(
            responseCode = "200",
            description = "Terminated.",
            content = @Content(schema = @Schema(implementation = Purchase.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage, payment-under-way (Art. 25)")
    @APIResponse(responseCode = "422", description = "period-closed (Art. 16)")
    public Response terminate(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Reason.class),
                                            examples = @ExampleObject(value = """
{"reason": "机构无法继续提供服务"}""")))
                    Reason wanted) {
        return Response.ok(contracting.terminate(id, wanted.reason())).build();
    }

    private static Response recorded(Expenditure expenditure) {
        return Response.created(URI.create("/v1/expenditures/" + expenditure.id()))
                .entity(expenditure)
                .build();
    }
}
