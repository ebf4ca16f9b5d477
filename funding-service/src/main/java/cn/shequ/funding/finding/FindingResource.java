package cn.shequ.funding.finding;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Findings over HTTP. */
@Path("/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "findings", description = "What the service finds when a deadline has passed (Art. 16).")
@RunOnVirtualThread
public class FindingResource {

    private final Findings findings;

    FindingResource(Findings findings) {
        this.findings = findings;
    }

    @GET
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR,
        Roles.DEPARTMENT_OFFICER
    })
    @Operation(operationId = "listFindings", summary = "What was late, short or withheld", description = """
                    Found by the service from what was booked by the deadline, once, a few working days after it so that the
                    last bank statement is in the books (finding.booked-within, a product default). What was late, was
                    settled and is owed again because its money came back can be found once more. A finding is no
                    violation until a person confirms it. A department's officer sees those of the own department.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings, in the order in which they were made.",
            content =
                    @Content(
                            schema = @Schema(implementation = Finding[].class),
                            examples = @ExampleObject(value = """
                            {"items": [{"id": "019a9c5e-0000-7000-8000-000000000007", "kind": "SHORT",
                              "obligation": "019a9c5e-0000-7000-8000-000000000002", "occurrence": 0,
                              "ledger": "019a9c5e-0000-7000-8000-000000000001",
                              "fund": "019a9c5e-0000-7000-8000-000000000003", "division": "220102001000",
                              "community": "220102001001", "payer": "220102000000", "amountOwed": "25000.00",
                              "amountActual": "10000.00", "missing": "15000.00", "dueOn": "2026-03-31",
                              "deadline": "2026-03-31", "provisional": false, "foundOn": "2026-04-07"}]}""")))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("ledger") @Nullable UUID ledger,
            @QueryParam("kind") @Nullable FindingKind kind,
            @QueryParam("payer")
                    @Parameter(description = "A division's finance or a body's credit code.", example = "220102000000")
                    @Nullable
                    Payer payer,
            @Context UriInfo uri) {
        return findings.list(page, ledger, kind, payer).answer(uri);
    }
}
