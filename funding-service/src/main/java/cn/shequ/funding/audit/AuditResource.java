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

/** Audits over HTTP: planned, drawn, closed. */
@Path("/v1/audits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audits", description = "Regular audit of each ledger (审计, Art. 16).")
@RunOnVirtualThread
public class AuditResource {

    private final Auditing auditing;
    private final Audits audits;

    AuditResource(Auditing auditing, Audits audits) {
        this.auditing = auditing;
        this.audits = audits;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUDITOR})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "planAudit", summary = "Plan an audit", description = """
                    Of a ledger over a period. By nobody who made, approved or paid something in it, nor of the subdistrict's own
                    office; the same holds for everything that is done in the audit.""")
    @APIResponse(
            responseCode = "201",
            description = "As it stands now.",
            content = @Content(schema = @Schema(implementation = Audit.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "422", description = "auditor-not-independent (Art. 16)")
    public Response plan(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewAudit.class),
                                            examples = @ExampleObject(value = """
                                    {"ledger": "019a9c5e-0000-7000-8000-000000000001", "periodFrom": "2026-01-01",
                                     "periodTo": "2026-06-30", "sampleSize": 25}""")))
                    NewAudit audit) {
        Audit planned = auditing.plan(audit);
        return Response.created(URI.create("/v1/audits/" + planned.id()))
                .entity(planned)
                .build();
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Operation(operationId = "listAudits", summary = "Audits in the caller's territory", description = """
                    In the order in which they were planned.""")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = Audit[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("ledger") @Nullable UUID ledger,
            @QueryParam("stage") @Nullable AuditStage stage,
            @Context UriInfo uri) {
        return audits.list(page, ledger, stage).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.AUDITOR, Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Operation(operationId = "getAudit", summary = "One audit", description = """
                    With the seed, log size and population of its sample, and how many findings are open.""")
    @APIResponse(responseCode = "200", description = "As it stands.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Audit get(@PathParam("id") UUID id) {
        return audits.toSee(id);
    }

    @POST
    @Path("/{id}/drawing")
    @RolesAllowed({Roles.AUDITOR})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "drawAuditSample", summary = "Draw the sample", description = """
                    The seed is SHA-256 over the root of the event log in Base64, a line feed and the audit's id. The entries of
                    the ledger and period below the log's size are ordered by SHA-256 over seed and entry id; the first are the
                    sample. Whoever has the checkpoint of that size can draw it again.""")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now.",
            content = @Content(schema = @Schema(implementation = Audit.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "audit-stage")
    @APIResponse(responseCode = "422", description = "auditor-not-independent (Art. 16)")
    @APIResponse(responseCode = "503", description = "history-forked: nothing is signed.")
    public Response draw(@PathParam("id") UUID id) {
        return Response.ok(auditing.draw(id)).build();
    }

    @POST
    @Path("/{id}/closing")
    @RolesAllowed({Roles.AUDITOR})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "closeAudit", summary = "Close an audit", description = """
                    When every finding is put right and accepted.""")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now.",
            content = @Content(schema = @Schema(implementation = Audit.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "audit-stage, findings-open")
    @APIResponse(responseCode = "422", description = "auditor-not-independent (Art. 16)")
    public Response close(@PathParam("id") UUID id) {
        return Response.ok(auditing.end(id, AuditStep.CLOSED)).build();
    }

    @POST
    @Path("/{id}/dropping")
    @RolesAllowed({Roles.AUDITOR})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "dropAudit", summary = "Drop an audit", description = """
                    Before its sample is drawn.""")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now.",
            content = @Content(schema = @Schema(implementation = Audit.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "audit-stage")
    @APIResponse(responseCode = "422", description = "auditor-not-independent (Art. 16)")
    public Response drop(@PathParam("id") UUID id) {
        return Response.ok(auditing.end(id, AuditStep.DROPPED)).build();
    }
}
