package cn.shequ.funding.purchase;

import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bids over HTTP. */
@Path("/v1/purchases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "purchase-bids", description = "What organisations offer, sealed until the deadline (Art. 25).")
@RunOnVirtualThread
public class BidResource {

    private final Bidding bidding;

    BidResource(Bidding bidding) {
        this.bidding = bidding;
    }

    @POST
    @Path("/{id}/bids")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SYSTEM_INTEGRATOR)
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "submitPurchaseBid", summary = "Bid for a published demand", description = """
                    By the client of a registered, active organisation of that territory, which its token names in
                    `department`. Amount and proposal are sealed: the answer does not repeat them, and nobody reads them
                    before the deadline.""")
    @APIResponse(
            responseCode = "201",
            description = "Received, sealed.",
            content = @Content(schema = @Schema(implementation = SealedBid.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "purchase-stage, bid-already-submitted (Art. 25)")
    @APIResponse(responseCode = "422", description = "organisation-not-registered, bid-too-late (Art. 25)")
    public Response submit(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewBid.class),
                                            examples = @ExampleObject(value = """
                                    {"amount": "28600.00",
                                     "proposal": "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"}""")))
                    NewBid bid) {
        SealedBid sealed = bidding.submit(id, bid);
        return Response.created(URI.create("/v1/purchases/" + id + "/bids/" + sealed.id()))
                .entity(sealed)
                .build();
    }

    @POST
    @Path("/{id}/bids/{bid}/withdrawal")
    @RolesAllowed(Roles.SYSTEM_INTEGRATOR)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "withdrawPurchaseBid",
            summary = "Take back an own bid before the deadline",
            description = "It is never opened; the organisation may bid again until the deadline.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn.",
            content = @Content(schema = @Schema(implementation = SealedBid.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such bid of the caller's organisation.")
    @APIResponse(responseCode = "409", description = "purchase-stage (Art. 25)")
    @APIResponse(responseCode = "422", description = "bid-too-late (Art. 25)")
    public Response withdraw(@PathParam("id") UUID id, @PathParam("bid") UUID bid) {
        return Response.ok(bidding.withdraw(id, bid)).build();
    }
}
