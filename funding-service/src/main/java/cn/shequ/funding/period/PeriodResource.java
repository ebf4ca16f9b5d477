package cn.shequ.funding.period;

import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Month and year close over HTTP. */
@Path("/v1/ledgers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "periods", description = "Months and years that take nothing more (结账, Art. 16).")
@RunOnVirtualThread
public class PeriodResource {

    private final Closing closing;
    private final Periods periods;
    private final Ledgers ledgers;

    PeriodResource(Closing closing, Periods periods, Ledgers ledgers) {
        this.closing = closing;
        this.periods = periods;
        this.ledgers = ledgers;
    }

    @POST
    @Path("/closed-periods")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "closePeriod", summary = "Close a month", description = """
                    For ever. Months are closed in order and none is skipped; nothing of the month awaits approval, and its
                    vouchers are numbered without a gap. December waits for the close of its year.""")
    @APIResponse(
            responseCode = "201",
            description = "The month is closed, with its control totals.",
            content = @Content(schema = @Schema(implementation = ClosedPeriod.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "period-closed-already")
    @APIResponse(
            responseCode = "422",
            description = "period-out-of-order, period-not-complete, year-not-closed (Art. 16); period-not-over.")
    public Response close(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PeriodToClose.class),
                                            examples = @ExampleObject(value = "{\"period\": \"2026-03\"}")))
                    PeriodToClose wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(closing.close(id, wanted.period()))
                .build();
    }

    @GET
    @Path("/open-period")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getOpenPeriod",
            summary = "The month to be closed next",
            description = "And what keeps it from being closed, counted.")
    @APIResponse(responseCode = "200", description = "The month.")
    @APIResponse(responseCode = "404", description = "not-found")
    public OpenPeriod open(@PathParam("id") UUID id) {
        return closing.open(id);
    }

    @GET
    @Path("/closed-periods")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listClosedPeriods",
            summary = "The closed months of a year",
            description = "With their control totals, computed from the postings, which never change again.")
    @APIResponse(responseCode = "200", description = "At most twelve months.")
    @APIResponse(responseCode = "404", description = "not-found")
    public List<ClosedPeriod> list(
            @PathParam("id") UUID id, @NotNull @Min(2011) @Max(2999) @QueryParam("year") Integer year) {
        UUID ledger = ledgers.toSee(id).id();
        return periods.of(ledger, year).stream()
                .map(each -> closing.closed(ledger, each.period()))
                .toList();
    }

    @POST
    @Path("/closed-years")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "closeYear", summary = "Close a year", description = """
                    After November and before December is closed. Each fund that ends with the year carries forward what it
                    did not spend, or owes it back to who paid it in, by the term on which it was opened; what is owed back
                    is booked on 31 December and paid by the cashier.""")
    @APIResponse(
            responseCode = "201",
            description = "The year is closed.",
            content = @Content(schema = @Schema(implementation = ClosedYear.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "year-closed-already, period-closed-already")
    @APIResponse(responseCode = "422", description = "period-out-of-order (Art. 16); period-not-over.")
    public Response closeYear(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = YearToClose.class),
                                            examples = @ExampleObject(value = "{\"year\": 2026}")))
                    YearToClose wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(closing.closeYear(id, wanted.year()))
                .build();
    }

    @GET
    @Path("/closed-years/{year}")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getClosedYear",
            summary = "A closed year",
            description = "What its funds carried forward and what they owe back.")
    @APIResponse(responseCode = "200", description = "The closed year.")
    @APIResponse(responseCode = "404", description = "not-found")
    public ClosedYear year(@PathParam("id") UUID id, @PathParam("year") int year) {
        return periods.year(ledgers.toSee(id).id(), year).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
