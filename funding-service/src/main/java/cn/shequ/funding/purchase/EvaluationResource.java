package cn.shequ.funding.purchase;

import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The judging of bids over HTTP. */
@Path("/v1/purchases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "purchase-evaluation", description = "Opening, conflicts of interest, points and award (Art. 25).")
@RunOnVirtualThread
public class EvaluationResource {

    private final Evaluating evaluating;

    EvaluationResource(Evaluating evaluating) {
        this.evaluating = evaluating;
    }

    @POST
    @Path("/{id}/opening")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "openPurchaseBids",
            summary = "Open the bids after the deadline",
            description = "And appoint who judges them; the demander does not.")
    @APIResponse(
            responseCode = "200",
            description = "Opened.",
            content = @Content(schema = @Schema(implementation = Purchase.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage, bids-still-sealed (Art. 25)")
    @APIResponse(responseCode = "422", description = "no-bid-stands, demander-may-not (Art. 25); too-few-evaluators.")
    public Response open(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Opening.class),
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"evaluators\": [\"worker-nanling\", \"officer-huayang\", \"officer-hengan\"]}")))
                    Opening wanted) {
        return Response.ok(evaluating.open(id, wanted.evaluators())).build();
    }

    @POST
    @Path("/{id}/evaluators")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "appointPurchaseEvaluator",
            summary = "Appoint one more evaluator",
            description = "In the place of somebody with a conflict of interest.")
    @APIResponse(
            responseCode = "200",
            description = "Appointed.",
            content = @Content(schema = @Schema(implementation = Evaluation.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage (Art. 25)")
    @APIResponse(responseCode = "422", description = "demander-may-not (Art. 25)")
    public Response appoint(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Appointment.class),
                                            examples = @ExampleObject(value = "{\"evaluator\": \"officer-baiyi\"}")))
                    Appointment wanted) {
        return Response.ok(evaluating.appoint(id, wanted.evaluator())).build();
    }

    @POST
    @Path("/{id}/declarations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COMMUNITY_OFFICER, Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER, Roles.SOCIAL_WORKER
    })
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "declarePurchaseConflict",
            summary = "Declare a conflict of interest, or that there is none",
            description = "By each evaluator, once, before scoring. Who has a conflict does not score.")
    @APIResponse(
            responseCode = "200",
            description = "Declared.",
            content = @Content(schema = @Schema(implementation = Evaluation.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage, conflict-already-declared (Art. 25)")
    @APIResponse(responseCode = "422", description = "not-an-evaluator (Art. 25)")
    public Response declare(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Declaration.class),
                                            examples = @ExampleObject(value = "{\"conflict\": \"配偶在投标机构任职\"}")))
                    Declaration wanted) {
        return Response.ok(evaluating.declare(id, wanted.conflict())).build();
    }

    @POST
    @Path("/{id}/scores")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COMMUNITY_OFFICER, Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER, Roles.SOCIAL_WORKER
    })
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "scorePurchaseBid",
            summary = "Give a bid its points",
            description = "Under every quality criterion, once. The points for the price follow from the prices.")
    @APIResponse(
            responseCode = "200",
            description = "Scored.",
            content = @Content(schema = @Schema(implementation = Evaluation.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage, bid-already-scored (Art. 25)")
    @APIResponse(
            responseCode = "422",
            description =
                    "not-an-evaluator, conflict-not-declared, conflict-of-interest, scores-not-as-criteria (Art. 25)")
    public Response score(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewScore.class),
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"bid\": \"019a9c5e-0000-7000-8000-000000000043\", \"points\": {\"PLAN\": 86}}")))
                    NewScore wanted) {
        return Response.ok(evaluating.score(id, wanted.bid(), wanted.points())).build();
    }

    @POST
    @Path("/{id}/award")
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "awardPurchase",
            summary = "Award to the best bid",
            description =
                    "By another person than the demander, when everybody declared and scored. Of equal scores the lower price, then the earlier bid.")
    @APIResponse(
            responseCode = "200",
            description = "Awarded.",
            content = @Content(schema = @Schema(implementation = Purchase.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage (Art. 25)")
    @APIResponse(responseCode = "422", description = "demander-may-not, evaluation-incomplete, no-bid-stands (Art. 25)")
    public Response award(@PathParam("id") UUID id) {
        return Response.ok(evaluating.award(id)).build();
    }

    @POST
    @Path("/{id}/failure")
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "failPurchase",
            summary = "Record that no bid can be awarded",
            description =
                    "Nobody bid, or everybody above the budget. The demand may be planned once more, naming this one.")
    @APIResponse(
            responseCode = "200",
            description = "Failed.",
            content = @Content(schema = @Schema(implementation = Purchase.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage, bids-still-sealed (Art. 25)")
    @APIResponse(responseCode = "422", description = "a-bid-stands (Art. 25)")
    public Response fail(@PathParam("id") UUID id) {
        return Response.ok(evaluating.fail(id)).build();
    }

    @GET
    @Path("/{id}/file")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.SOCIAL_WORKER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.FINANCE_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getPurchaseFile",
            summary = "Everything on record of a purchase",
            description =
                    "Who did what, declarations, points, ranking, contract. Bids are empty before the deadline, for auditors too.")
    @APIResponse(responseCode = "200", description = "The file.")
    @APIResponse(responseCode = "404", description = "not-found")
    public PurchaseFile file(@PathParam("id") UUID id) {
        return evaluating.file(id);
    }
}
