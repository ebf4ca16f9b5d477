package cn.shequ.funding.reallocation;

import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Problems;
import cn.shequ.kit.problem.Refusal;
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

/** Reallocations over HTTP. */
@Path("/v1/reallocations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reallocations", description = "Money moved to another purpose by the body that gave it (Art. 16).")
@RunOnVirtualThread
public class ReallocationResource {

    private final Reallocating reallocating;
    private final Reallocations reallocations;
    private final Ledgers ledgers;
    private final Problems problems;

    ReallocationResource(Reallocating reallocating, Reallocations reallocations, Ledgers ledgers, Problems problems) {
        this.reallocating = reallocating;
        this.reallocations = reallocations;
        this.ledgers = ledgers;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.DEPARTMENT_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "reallocateFunds",
            summary = "Move money from one fund to another of the same ledger",
            description = """
                    Decided by the body that gave the money, with the number of its document: the city's finance for the
                    city's money, the district's for the district's, the department for its own; a donation needs the
                    digest of the donor's written consent. Without that, money for another purpose or community is
                    refused as attempted diversion; the attempt is kept and the answer names it.""")
    @APIResponse(
            responseCode = "201",
            description = "The money is moved.",
            content = @Content(schema = @Schema(implementation = Reallocation.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such fund, or not within the caller's territory.")
    @APIResponse(responseCode = "422", description = """
                    diversion-attempted (Art. 16, with attemptId), reallocation-not-decided, consent-of-donor-missing,
                    insufficient-funds, evidence-not-uploaded, fund-of-other-ledger, spend-by-passed, period-closed (Art. 16);
                    booked-in-future.""")
    public Response move(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewReallocation.class),
                                            examples = @ExampleObject(value = """
                                    {"fund": "019a9c5e-0000-7000-8000-000000000003",
                                     "toFund": "019a9c5e-0000-7000-8000-000000000004", "amount": "1200.00",
                                     "bookedOn": "2026-06-01", "documentNumber": "南财预〔2026〕18号"}""")))
                    NewReallocation wanted) {
        return switch (reallocating.move(wanted)) {
            case Reallocating.Outcome.Moved moved ->
                Response.created(URI.create(
                                "/v1/reallocations/" + moved.reallocation().id()))
                        .entity(moved.reallocation())
                        .build();
            case Reallocating.Outcome.Diverted diverted ->
                problems.recorded(diverted.refusal(), diverted.attempt().id());
        };
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
    @Operation(
            operationId = "getReallocation",
            summary = "One reallocation",
            description = "With its document; number, digest and salt open the commitment that the event carries.")
    @APIResponse(responseCode = "200", description = "The reallocation.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Reallocation get(@PathParam("id") UUID id) {
        Reallocation reallocation = reallocations.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        ledgers.toSee(reallocation.ledger());
        return reallocation;
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
            operationId = "listReallocations",
            summary = "The reallocations of a ledger",
            description = "In the order in which they were decided.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reallocations.",
            content = @Content(schema = @Schema(implementation = Reallocation[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response list(
            @BeanParam PageRequest page, @NotNull @QueryParam("ledger") UUID ledger, @Context UriInfo uri) {
        return reallocations.of(ledgers.toSee(ledger).id(), page).answer(uri);
    }
}
