package cn.shequ.funding.ledger;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Ledgers and their entries over HTTP. */
@Path("/v1/ledgers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledgers", description = "Special ledgers (专账) and pool ledgers (Art. 16).")
@RunOnVirtualThread
public class LedgerResource {

    private final Ledgers ledgers;
    private final Entries entries;

    LedgerResource(Ledgers ledgers, Entries entries) {
        this.ledgers = ledgers;
        this.entries = entries;
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
            operationId = "listLedgers",
            summary = "The ledgers of the caller's territory",
            description = "In the order of division codes.")
    @APIResponse(
            responseCode = "200",
            description = "A page of ledgers.",
            content = @Content(schema = @Schema(implementation = Ledger[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("division") @Parameter(example = "220102001000") @Nullable DivisionCode division,
            @QueryParam("kind") @Nullable LedgerKind kind,
            @Context UriInfo uri) {
        return ledgers.list(page, division, kind).answer(uri);
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
    @Operation(operationId = "getLedger", summary = "One ledger", description = "Opened once, never closed.")
    @APIResponse(responseCode = "200", description = "The ledger.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Ledger get(@PathParam("id") UUID id) {
        return ledgers.toSee(id);
    }

    @GET
    @Path("/{id}/entries")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listEntries",
            summary = "The entries of a ledger with their postings",
            description = "In the order of recording. The voucher number follows a moment after the entry.")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries.",
            content = @Content(schema = @Schema(implementation = EntryView[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response entries(
            @PathParam("id") UUID id,
            @BeanParam PageRequest page,
            @QueryParam("from") @Parameter(description = "Booked on this day or later.") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "Booked on this day or before.") @Nullable LocalDate to,
            @Context UriInfo uri) {
        return entries.of(ledgers.toSee(id).id(), page, from, to).answer(uri);
    }
}
