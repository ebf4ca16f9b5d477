package cn.shequ.funding.statement;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Account;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.time.KnownDays;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statements of account over HTTP. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/ledgers/{id}/statement")
@Tag(name = "ledgers")
@RunOnVirtualThread
public class StatementResource {

    private static final int MOST_DAYS = 366;

    private final Ledgers ledgers;
    private final Funds funds;
    private final Statements statements;

    StatementResource(Ledgers ledgers, Funds funds, Statements statements) {
        this.ledgers = ledgers;
        this.funds = funds;
        this.statements = statements;
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
            operationId = "getStatement",
            summary = "The statement of an account of a ledger (明细账)",
            description = """
                    Opening balance, every posting of the period with its voucher number and running balance, closing
                    balance; of one fund or of the whole ledger. As a reader of the fund events knew it at a log number
                    when one is given: the closing balance is then that of the trial balance at the same day and number.
                    A year (366 days) at most.""")
    @APIResponse(responseCode = "200", description = "A page of the statement; next is the cursor of the one after it.")
    @APIResponse(responseCode = "400", description = "invalid-request: a day before 2011 or after 2999")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "422", description = "statement-too-long; fund-of-other-ledger (Art. 16).")
    public Statement get(
            @PathParam("id") UUID id,
            @BeanParam PageRequest page,
            @NotNull @QueryParam("account") @Parameter(example = "AVAILABLE") Account account,
            @QueryParam("fund") @Nullable UUID fund,
            @NotNull @QueryParam("from") @Parameter(example = "2026-01-01") LocalDate from,
            @NotNull @QueryParam("to") @Parameter(example = "2026-12-31") LocalDate to,
            @QueryParam("knownAt") @Min(0) @Parameter(description = "A number of the fund event log.") @Nullable
                    Long knownAt) {
        UUID ledger = ledgers.toSee(id).id();
        requireOwnFund(ledger, fund);
        requireBounded(KnownDays.require("from", from), KnownDays.require("to", to));
        return statements.read(new StatementQuery(ledger, account, fund, from, to, knownAt), page);
    }

    private void requireOwnFund(UUID ledger, @Nullable UUID wanted) {
        if (wanted != null) {
            Fund fund = funds.toSee(wanted);
            if (!fund.ledger().equals(ledger)) {
                throw Refusal.of(FundingProblem.FUND_OF_OTHER_LEDGER)
                        .with("fund", fund.id())
                        .with("ledgerOfFund", fund.ledger())
                        .with("ledger", ledger);
            }
        }
    }

    private static void requireBounded(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.of(FundingProblem.STATEMENT_TOO_LONG)
                    .with("days", days)
                    .with("most", MOST_DAYS);
        }
    }
}
