package cn.shequ.funding.bank;

import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bank account of a ledger, reconciled, over HTTP. */
@Path("/v1/ledgers/{ledger}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bank", description = "What the bank says, compared with what is booked (银行对账).")
@RunOnVirtualThread
public class ReconciliationResource {

    private final Matching matching;
    private final Reconciling reconciling;

    ReconciliationResource(Matching matching, Reconciling reconciling) {
        this.matching = matching;
        this.reconciling = reconciling;
    }

    @POST
    @Path("/bank-matching")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "matchBankLines", summary = "Match what is certain", description = """
                    By the bank's reference, else by amount, direction and near days where neither side has a second
                    candidate. An import does this too; call it when entries were booked after their statement came.""")
    @APIResponse(
            responseCode = "200",
            description = "How many were matched.",
            content = @Content(schema = @Schema(implementation = Matching.Found.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response match(@PathParam("ledger") UUID ledger) {
        return Response.ok(matching.matchWhatIsCertain(ledger)).build();
    }

    @GET
    @Path("/bank-reconciliation")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getBankReconciliation",
            summary = "The reconciliation statement on a day",
            description = """
                    银行存款余额调节表: the balance of the books and that of the bank, each adjusted by what only the other
                    side knows. Both adjusted balances agree, or books and bank differed before the first statement.""")
    @APIResponse(responseCode = "200", description = "The reconciliation statement.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "422", description = "no-statement-for-day")
    public BankReconciliation reconciliation(
            @PathParam("ledger") UUID ledger,
            @NotNull @QueryParam("on") @Parameter(example = "2026-03-31") LocalDate on) {
        return reconciling.on(ledger, on);
    }

    @GET
    @Path("/unmatched-bank-lines")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listUnmatchedBankLines",
            summary = "On the statement and not booked",
            description = "As of the end of a day that the statements cover.")
    @APIResponse(
            responseCode = "200",
            description = "A page of lines.",
            content = @Content(schema = @Schema(implementation = BankLine[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "422", description = "no-statement-for-day")
    public Response lines(
            @PathParam("ledger") UUID ledger,
            @NotNull @QueryParam("on") @Parameter(example = "2026-03-31") LocalDate on,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return reconciling.lines(ledger, on, page).answer(uri);
    }

    @GET
    @Path("/unmatched-entries")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listUnmatchedEntries",
            summary = "Booked and not on the statement",
            description = "As of the end of a day that the statements cover.")
    @APIResponse(
            responseCode = "200",
            description = "A page of movements of the bank account.",
            content = @Content(schema = @Schema(implementation = BankMovement[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "422", description = "no-statement-for-day")
    public Response entries(
            @PathParam("ledger") UUID ledger,
            @NotNull @QueryParam("on") @Parameter(example = "2026-03-31") LocalDate on,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return reconciling.entries(ledger, on, page).answer(uri);
    }
}
