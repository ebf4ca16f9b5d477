package cn.shequ.funding.balance;

import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Trial balances of ledgers over HTTP. */
@Path("/v1/ledgers/{id}/trial-balance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledgers")
@RunOnVirtualThread
public class TrialBalanceResource {

    private final Ledgers ledgers;
    private final Balances balances;
    private final Clock clock;

    TrialBalanceResource(Ledgers ledgers, Balances balances, Clock clock) {
        this.ledgers = ledgers;
        this.balances = balances;
        this.clock = clock;
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
            operationId = "getTrialBalance",
            summary = "The trial balance of a ledger",
            description = "As of a booking date, and as a reader of the fund events knew it at a log number.")
    @APIResponse(responseCode = "200", description = "The accounts; debits and credits are equal.")
    @APIResponse(responseCode = "400", description = "invalid-request: a day before 2011 or after 2999")
    @APIResponse(responseCode = "404", description = "not-found")
    public TrialBalance get(
            @PathParam("id") UUID id,
            @QueryParam("bookedOn") @Parameter(description = "Today when left out.") @Nullable LocalDate bookedOn,
            @QueryParam("knownAt") @Min(0) @Parameter(description = "A number of the fund event log.") @Nullable
                    Long knownAt) {
        AsOf asOf = AsOf.asked(bookedOn, knownAt, clock);
        UUID ledger = ledgers.toSee(id).id();
        return TrialBalance.of(ledger, asOf, balances.ofLedger(ledger, asOf));
    }
}
