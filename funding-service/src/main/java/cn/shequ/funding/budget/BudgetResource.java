package cn.shequ.funding.budget;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Budgets over HTTP. */
@Path("/v1/budgets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "budgets", description = "Budgets of city, districts and subdistricts, and whether they grow (Art. 15).")
@RunOnVirtualThread
public class BudgetResource {

    private final Budgeting budgeting;
    private final Budgets budgets;

    BudgetResource(Budgeting budgeting, Budgets budgets) {
        this.budgeting = budgeting;
        this.budgets = budgets;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "draftBudget",
            summary = "Draft a budget",
            description = "All five lines. A draft never changes; after an adoption it amends the version in force.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted.",
            content = @Content(schema = @Schema(implementation = Budget.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such division in the caller's territory.")
    @APIResponse(responseCode = "409", description = "budget-already-adopted (Art. 15), with the version in force.")
    @APIResponse(responseCode = "422", description = "budget-lines-incomplete, budget-of-community (Art. 15).")
    public Response draft(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewBudget.class),
                                            examples = @ExampleObject(value = """
                                    {"division": "220102000000", "fiscalYear": 2027,
                                     "lines": {"UPKEEP": "900000.00", "INFORMATISATION": "300000.00",
                                               "WORKING_COSTS": "2750000.00", "TRAINING": "120000.00",
                                               "PAY": "9600000.00"}}""")))
                    NewBudget wanted) {
        Budget budget = budgeting.draft(wanted);
        return Response.created(URI.create("/v1/budgets/" + budget.id()))
                .entity(budget)
                .build();
    }

    @POST
    @Path("/{id}/adoption")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "adoptBudget",
            summary = "Adopt a budget",
            description =
                    "By another person than its drafter, with the document's number. A fall is shown, not refused.")
    @APIResponse(
            responseCode = "200",
            description = "Adopted.",
            content = @Content(schema = @Schema(implementation = Budget.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "budget-already-adopted (Art. 15), with the version in force.")
    @APIResponse(responseCode = "422", description = "budget-adopted-by-drafter; booked-in-future.")
    public Response adopt(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewAdoption.class),
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"documentNumber\": \"示例财预〔2026〕12号\", \"adoptedOn\": \"2026-11-20\"}")))
                    NewAdoption adoption) {
        return Response.ok(budgeting.adopt(id, adoption)).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "getBudget",
            summary = "One budget and what became of it",
            description = "By line: budgeted, paid by the division's finance, spent in its territory, growth.")
    @APIResponse(responseCode = "200", description = "The budget.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Execution get(@PathParam("id") UUID id) {
        return budgeting.toSee(id);
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "listBudgets",
            summary = "The budgets of the caller's territory",
            description = "Drafts and adopted versions, in the order in which they were drafted.")
    @APIResponse(
            responseCode = "200",
            description = "A page of budgets.",
            content = @Content(schema = @Schema(implementation = Budget[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("division") @Parameter(example = "220102000000") @Nullable DivisionCode division,
            @QueryParam("fiscalYear") @Min(2011) @Max(2999) @Nullable Integer fiscalYear,
            @QueryParam("fell") @Parameter(description = "Less than the year before in all.") @Nullable Boolean fell,
            @Context UriInfo uri) {
        return budgets.list(page, division, fiscalYear, fell).answer(uri);
    }
}
