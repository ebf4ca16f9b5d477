package cn.shequ.funding.donation;

import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Donations over HTTP. */
@Path("/v1/donations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "donations", description = "Donations, spent only on what their donors named (Art. 16).")
@RunOnVirtualThread
public class DonationResource {

    private final DonationTaking taking;
    private final Donations donations;
    private final Ledgers ledgers;

    DonationResource(DonationTaking taking, Donations donations, Ledgers ledgers) {
        this.taking = taking;
        this.donations = donations;
        this.ledgers = ledgers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "recordDonation", summary = "Record a donation that came in", description = """
                    It opens a fund that allows what the donor named and nothing else, or goes to an earlier one that is
                    bound in the same way. Spending it on anything else is diversion.""")
    @APIResponse(
            responseCode = "201",
            description = "The donation is booked.",
            content = @Content(schema = @Schema(implementation = Donation.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such ledger, or not within the caller's territory.")
    @APIResponse(responseCode = "409", description = "bank-line-already-booked (Art. 16)")
    @APIResponse(responseCode = "422", description = """
                    donation-bound-otherwise, community-outside-ledger, period-closed (Art. 16); booked-in-future.""")
    public Response record(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewDonation.class),
                                            examples = @ExampleObject(value = """
                                    {"ledger": "019a9c5e-0000-7000-8000-000000000001", "purpose": "WORKING_COSTS",
                                     "community": "220102001001", "boundTo": ["RELIEF"], "amount": "2000.00",
                                     "bookedOn": "2026-03-02", "bankReference": "20260302-000018", "donor": "某某",
                                     "anonymous": false, "spendBy": "2027-12-31"}""")))
                    NewDonation wanted) {
        Donation donation = taking.take(wanted);
        return Response.created(URI.create("/v1/donations/" + donation.id()))
                .entity(donation)
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
    @Operation(
            operationId = "getDonation",
            summary = "One donation",
            description = "With its donor; donor and salt open the commitment that the event carries.")
    @APIResponse(responseCode = "200", description = "The donation.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Donation get(@PathParam("id") UUID id) {
        Donation donation = donations.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        ledgers.toSee(donation.ledger());
        return donation;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listDonations",
            summary = "The donations to a community, for everybody",
            description = "In the order in which they came. Of a donor's name only the first character is shown.")
    @APIResponse(
            responseCode = "200",
            description = "A page of donations.",
            content = @Content(schema = @Schema(implementation = Donation.Shown[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @NotNull @QueryParam("community") @Parameter(example = "220102001001") DivisionCode community,
            @Context UriInfo uri) {
        return donations.to(community, page).map(Donation::shown).answer(uri);
    }
}
