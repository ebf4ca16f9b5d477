package cn.shequ.funding.bank;

import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
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

/** Matches over HTTP. */
@Path("/v1/bank-matches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bank", description = "What the bank says, compared with what is booked (银行对账).")
@RunOnVirtualThread
public class BankMatchResource {

    private final Matching matching;
    private final BankMatches matches;
    private final Ledgers ledgers;

    BankMatchResource(Matching matching, BankMatches matches, Ledgers ledgers) {
        this.matching = matching;
        this.matches = matches;
        this.ledgers = ledgers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "matchBankLine", summary = "Match a line to an entry", description = """
                    By somebody who knows that they are the same movement and did not pay it. Both sides are of the same
                    amount and neither is matched yet.""")
    @APIResponse(
            responseCode = "201",
            description = "Matched.",
            content = @Content(schema = @Schema(implementation = BankMatch.class)))
    @APIResponse(
            responseCode = "404",
            description = "not-found: the line, or an entry of its ledger that moves the bank.")
    @APIResponse(responseCode = "409", description = "already-matched")
    @APIResponse(responseCode = "422", description = "match-amounts-differ, payer-does-not-reconcile")
    public Response match(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewMatch.class),
                                            examples = @ExampleObject(value = """
                                    {"line": "019a9c5e-0000-7000-8000-000000000011",
                                     "entry": "019a9c5e-0000-7000-8000-000000000012",
                                     "reason": "回单号与付款凭证一致"}""")))
                    NewMatch wanted) {
        BankMatch match = matching.match(wanted);
        return Response.created(URI.create("/v1/bank-matches/" + match.id()))
                .entity(match)
                .build();
    }

    @POST
    @Path("/{id}/removal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "unmatchBankLine",
            summary = "Take a match back",
            description = "With the reason. The match stays in the history; line and entry are open again.")
    @APIResponse(
            responseCode = "200",
            description = "Taken back.",
            content = @Content(schema = @Schema(implementation = BankMatch.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "already-unmatched")
    @APIResponse(responseCode = "422", description = "payer-does-not-reconcile")
    public Response unmatch(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Unmatching.class),
                                            examples = @ExampleObject(value = "{\"reason\": \"误将两笔同额付款对调\"}")))
                    Unmatching wanted) {
        return Response.ok(matching.undo(id, wanted)).build();
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
            operationId = "listBankMatches",
            summary = "The matches of a ledger",
            description = "In the order in which they were made, those taken back included.")
    @APIResponse(
            responseCode = "200",
            description = "A page of matches.",
            content = @Content(schema = @Schema(implementation = BankMatch[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response list(
            @BeanParam PageRequest page, @NotNull @QueryParam("ledger") UUID ledger, @Context UriInfo uri) {
        return matches.of(ledgers.toSee(ledger).id(), page).answer(uri);
    }
}
