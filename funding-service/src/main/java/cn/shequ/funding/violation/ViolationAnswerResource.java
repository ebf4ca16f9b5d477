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
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports, explanations and appeals over HTTP. */
@Path("/v1/violations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "violations")
@RunOnVirtualThread
public class ViolationAnswerResource {

    private final ViolationAnswering answering;

    ViolationAnswerResource(ViolationAnswering answering) {
        this.answering = answering;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.AUDITOR,
        Roles.SUBDISTRICT_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.COMMUNITY_OFFICER
    })
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "reportViolation", summary = "Report a violation", description = """
                    About a fund, obligation, entry or expenditure that the caller may see, with evidence. The body
                    concerned is never told who reported; who reported does not decide.""")
    @APIResponse(responseCode = "201", description = "The case is open; its id.")
    @APIResponse(responseCode = "404", description = "not-found: no such thing within the caller's territory.")
    public Response report(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ViolationReport.class),
                                            examples = @ExampleObject(value = """
                                    {"kind": "ENCROACHMENT", "subject": "019a9c5e-0000-7000-8000-000000000003",
                                     "body": "220102001000", "amountActual": "800.00", "account": "社区经费被用于街道办公室装修。",
                                     "evidence": ["3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"]}""")))
                    ViolationReport violationReport) {
        UUID id = answering.report(violationReport);
        return Response.created(URI.create("/v1/violations/" + id))
                .entity(Map.of("id", id))
                .build();
    }

    @POST
    @Path("/{id}/explanation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "explainViolation", summary = "Explain oneself", description = """
                    For the body concerned, within its time or until the decision.""")
    @APIResponse(
            responseCode = "200",
            description = "The case.",
            content = @Content(schema = @Schema(implementation = Violation.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: who may see the case only.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "violation-stage")
    public Response explain(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Statement.class),
                                            examples = @ExampleObject(value = """
                                    {"statement": "款项因账户信息有误被退回，已重新拨付。", "evidence": []}""")))
                    Statement statement) {
        return Response.ok(answering.explain(id, statement)).build();
    }

    @POST
    @Path("/{id}/appeal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "appealViolation", summary = "Appeal against a confirmation", description = """
                    For the body concerned, until the day that stands in the confirmation. Meanwhile everything stands.""")
    @APIResponse(
            responseCode = "200",
            description = "The case.",
            content = @Content(schema = @Schema(implementation = Violation.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: who may see the case only.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "violation-stage")
    @APIResponse(responseCode = "422", description = "appeal-too-late")
    public Response appeal(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Statement.class),
                                            examples = @ExampleObject(value = """
                                    {"statement": "认定事实有误，申请复核。", "evidence": []}""")))
                    Statement statement) {
        return Response.ok(answering.appeal(id, statement)).build();
    }
}
