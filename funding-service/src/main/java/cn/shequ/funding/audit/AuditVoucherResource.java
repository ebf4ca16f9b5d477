package cn.shequ.funding.audit;

import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Samples and vouchers over HTTP; reading is itself on record. */
@Path("/v1/audits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audits")
@RunOnVirtualThread
public class AuditVoucherResource {

    private final Auditing auditing;
    private final Audits audits;
    private final AuditReadings readings;

    AuditVoucherResource(Auditing auditing, Audits audits, AuditReadings readings) {
        this.auditing = auditing;
        this.audits = audits;
        this.readings = readings;
    }

    @GET
    @Path("/{id}/sample")
    @RolesAllowed({Roles.AUDITOR})
    @Operation(operationId = "listAuditSample", summary = "The entries of the sample", description = """
                    In the order of the drawing. Drawn anew from seed and log size each time it is asked for: it is always the same.""")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = AuditSample[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response sample(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return audits.sample(audits.toSee(id), page).answer(uri);
    }

    @GET
    @Path("/{id}/vouchers/{entry}")
    @RolesAllowed(Roles.AUDITOR)
    @Retried
    @Transactional
    @Operation(operationId = "readAuditVoucher", summary = "Read a voucher under an audit", description = """
                    Any entry of the audited ledger and period, with payee, purpose and evidence of what it books. Who
                    reads it is on record, for other auditors to see.""")
    @APIResponse(responseCode = "200", description = "The voucher.")
    @APIResponse(responseCode = "404", description = "not-found: not of this ledger and period.")
    @APIResponse(responseCode = "409", description = "audit-stage")
    @APIResponse(responseCode = "422", description = "auditor-not-independent (Art. 16)")
    public Voucher voucher(@PathParam("id") UUID id, @PathParam("entry") UUID entry) {
        return auditing.read(id, entry);
    }

    @GET
    @Path("/{id}/readings")
    @RolesAllowed({Roles.AUDITOR})
    @Operation(operationId = "listAuditReadings", summary = "Who read which voucher", description = """
                    In the order of reading.""")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = AuditReading[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response readings(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return readings.of(audits.toSee(id).id(), page).answer(uri);
    }
}
