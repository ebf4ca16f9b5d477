package cn.shequ.funding.fund;

import cn.shequ.kit.division.DivisionCode;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Funds over HTTP. */
@Path("/v1/funds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "funds", description = "Earmarked pots of money, each used only for its purpose (Art. 16).")
@RunOnVirtualThread
public class FundResource {

    private final Funds funds;
    private final FundOpening opening;

    FundResource(Funds funds, FundOpening opening) {
        this.funds = funds;
        this.opening = opening;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "openFund",
            summary = "Open a fund",
            description =
                    "In a ledger of the caller's territory. Allocations and placements open their funds themselves.")
    @APIResponse(
            responseCode = "201",
            description = "The fund is open.",
            content = @Content(schema = @Schema(implementation = Fund.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such ledger, or not within the caller's territory.")
    @APIResponse(responseCode = "422", description = "community-outside-ledger (Art. 16).")
    public Response open(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewFund.class),
                                            examples = @ExampleObject(value = """
                                    {"ledger": "019a9c5e-0000-7000-8000-000000000001", "source": "DONATION",
                                     "purpose": "WORKING_COSTS", "community": "220102001001", "fiscalYear": 2026,
                                     "categories": ["WORKING_COSTS"], "spendBy": "2026-12-31"}""")))
                    NewFund wanted) {
        Fund fund = opening.open(wanted.terms());
        return Response.created(URI.create("/v1/funds/" + fund.id()))
                .entity(fund)
                .build();
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
    @Operation(operationId = "getFund", summary = "One fund", description = "Its terms, which never change.")
    @APIResponse(responseCode = "200", description = "The fund.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Fund get(@PathParam("id") UUID id) {
        return funds.toSee(id);
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
            operationId = "listFunds",
            summary = "The funds of the caller's territory",
            description = "In the order in which they were opened; every filter may be left out.")
    @APIResponse(
            responseCode = "200",
            description = "A page of funds.",
            content = @Content(schema = @Schema(implementation = Fund[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("ledger") @Nullable UUID ledger,
            @QueryParam("community") @Parameter(example = "220102001001") @Nullable DivisionCode community,
            @QueryParam("purpose") @Nullable FundPurpose purpose,
            @QueryParam("fiscalYear") @Parameter(example = "2026") @Nullable Integer fiscalYear,
            @QueryParam("reference") @Parameter(description = "The placement or allocation it comes from.") @Nullable
                    UUID reference,
            @Context UriInfo uri) {
        return funds.list(page, new FundFilter(ledger, community, purpose, fiscalYear, reference))
                .answer(uri);
    }
}
