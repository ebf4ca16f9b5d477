package cn.shequ.funding.audit;

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

/** What is done about a finding, over HTTP. */
@Path("/v1/audit-findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audits")
@RunOnVirtualThread
public class FindingJudgementResource {

    private final Auditing auditing;

    FindingJudgementResource(Auditing auditing) {
        this.auditing = auditing;
    }

    @POST
    @Path("/{id}/rectification")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT, Roles.FINANCE_OFFICER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "rectifyAuditFinding", summary = "Say that a finding is put right", description = """
                    For the keeper of the audited ledger.""")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now.",
            content = @Content(schema = @Schema(implementation = AuditFinding.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: not the keeper of the ledger.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "finding-stage")
    public Response rectify(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = FindingStatement.class),
                                            examples = @ExampleObject(value = """
                                    {"statement": "已补充发票并更正科目。", "evidence": []}""")))
                    FindingStatement statement) {
        return Response.ok(auditing.rectify(id, statement)).build();
    }

    @POST
    @Path("/{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUDITOR})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "acceptAuditRectification", summary = "Accept a rectification", description = """
                    By an independent auditor other than who put it right.""")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now.",
            content = @Content(schema = @Schema(implementation = AuditFinding.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "finding-stage")
    @APIResponse(responseCode = "422", description = "finding-same-person; auditor-not-independent (Art. 16)")
    public Response accept(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = FindingStatement.class),
                                            examples = @ExampleObject(value = """
                                    {"statement": "已补充发票并更正科目。", "evidence": []}""")))
                    FindingStatement statement) {
        return Response.ok(auditing.judge(id, FindingStep.ACCEPTED, statement)).build();
    }

    @POST
    @Path("/{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUDITOR})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "rejectAuditRectification", summary = "Reject a rectification", description = """
                    The finding is open again.""")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now.",
            content = @Content(schema = @Schema(implementation = AuditFinding.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "finding-stage")
    @APIResponse(responseCode = "422", description = "finding-same-person; auditor-not-independent (Art. 16)")
    public Response reject(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = FindingStatement.class),
                                            examples = @ExampleObject(value = """
                                    {"statement": "已补充发票并更正科目。", "evidence": []}""")))
                    FindingStatement statement) {
        return Response.ok(auditing.judge(id, FindingStep.REJECTED, statement)).build();
    }
}
