package cn.shequ.funding.violation;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cases of Art. 16 over HTTP, decided. */
@Path("/v1/violations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "violations")
@RunOnVirtualThread
public class ViolationDecisionResource {

    private final ViolationDeciding deciding;

    ViolationDecisionResource(ViolationDeciding deciding) {
        this.deciding = deciding;
    }

    @POST
    @Path("/{id}/notification")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "notifyOfViolation", summary = "Notify the body concerned", description = """
                    It sees the case from now on, and may explain itself within the time of the rulebook.""")
    @APIResponse(
            responseCode = "200",
            description = "The case.",
            content = @Content(schema = @Schema(implementation = Violation.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: who may see the case only.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "violation-stage")
    @APIResponse(responseCode = "422", description = "violation-of-own-body")
    public Response notifyBody(@PathParam("id") UUID id) {
        return Response.ok(deciding.notifyBody(id)).build();
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "confirmViolation", summary = "Confirm a violation", description = """
                    One-vote veto, loss of every award eligibility, public notice and referral come with it, all or none. By
                    nobody who reported, attempted or explained, and by nobody of the body concerned; not before it has
                    explained itself or its time is over.""")
    @APIResponse(
            responseCode = "200",
            description = "The case.",
            content = @Content(schema = @Schema(implementation = Violation.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: who may see the case only.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "violation-stage")
    @APIResponse(
            responseCode = "422",
            description = "violation-same-person, violation-of-own-body, explanation-awaited")
    public Response confirm(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Statement.class),
                                            examples = @ExampleObject(value = """
                                    {"statement": "已按期核实。", "evidence": []}""")))
                    Statement statement) {
        return Response.ok(deciding.confirm(id, statement)).build();
    }

    @POST
    @Path("/{id}/dismissal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "dismissViolation", summary = "Dismiss a case", description = """
                    By nobody who reported, attempted or explained, and by nobody of the body concerned.""")
    @APIResponse(
            responseCode = "200",
            description = "The case.",
            content = @Content(schema = @Schema(implementation = Violation.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: who may see the case only.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "violation-stage")
    @APIResponse(responseCode = "422", description = "violation-same-person, violation-of-own-body")
    public Response dismiss(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Statement.class),
                                            examples = @ExampleObject(value = """
                                    {"statement": "已按期核实。", "evidence": []}""")))
                    Statement statement) {
        return Response.ok(deciding.dismiss(id, statement)).build();
    }

    @POST
    @Path("/{id}/appeal-decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "decideViolationAppeal", summary = "Decide on an appeal", description = """
                    By another person than who confirmed. `LIFTED` takes back everything that followed, as new rows.""")
    @APIResponse(
            responseCode = "200",
            description = "The case.",
            content = @Content(schema = @Schema(implementation = Violation.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: who may see the case only.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "violation-stage")
    @APIResponse(responseCode = "422", description = "violation-same-person, violation-of-own-body")
    public Response decideAppeal(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = AppealDecision.class),
                                            examples = @ExampleObject(value = """
                                    {"outcome": "LIFTED", "statement": "原认定依据不足，予以撤销。"}""")))
                    AppealDecision appealDecision) {
        return Response.ok(deciding.decideAppeal(id, appealDecision)).build();
    }
}
