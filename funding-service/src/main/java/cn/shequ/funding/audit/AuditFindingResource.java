package cn.shequ.funding.audit;

import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Findings of an audit over HTTP. */
@Path("/v1/audits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audits")
@RunOnVirtualThread
public class AuditFindingResource {

    private final Auditing auditing;
    private final Audits audits;
    private final Findings findings;

    AuditFindingResource(Auditing auditing, Audits audits, Findings findings) {
        this.auditing = auditing;
        this.audits = audits;
        this.findings = findings;
    }

    @POST
    @Path("/{id}/findings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUDITOR})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "raiseAuditFinding", summary = "Raise a finding", description = """
                    About an entry of the period, or an obligation or fund of the ledger. Its words stay here; the event says only
                    what kind, about what and how much.""")
    @APIResponse(
            responseCode = "201",
            description = "As it stands now.",
            content = @Content(schema = @Schema(implementation = AuditFinding.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "audit-stage")
    @APIResponse(responseCode = "422", description = "not-in-audit; auditor-not-independent (Art. 16)")
    public Response raise(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewAuditFinding.class),
                                            examples = @ExampleObject(value = """
                                    {"kind": "EVIDENCE_MISSING", "concerning": "019a9c5e-0000-7000-8000-000000000005",
                                     "amount": "320.40", "finding": "付款凭证缺少发票。"}""")))
                    NewAuditFinding finding) {
        return Response.status(Response.Status.CREATED)
                .entity(auditing.raise(id, finding))
                .build();
    }

    @GET
    @Path("/{id}/findings")
    @RolesAllowed({Roles.AUDITOR, Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Operation(operationId = "listAuditFindings", summary = "The findings of an audit", description = """
                    With what was done about each.""")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = AuditFinding[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return findings.of(audits.toSee(id).id(), page).answer(uri);
    }
}
