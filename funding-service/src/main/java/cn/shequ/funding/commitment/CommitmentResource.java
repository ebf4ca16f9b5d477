package cn.shequ.funding.commitment;

import cn.shequ.kit.concurrency.Retried;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reservations over HTTP. */
@Path("/v1/commitments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "commitments", description = "Money reserved until a day: used, released or expired (Art. 16).")
@RunOnVirtualThread
public class CommitmentResource {

    private final Reserving reserving;
    private final CommitmentRows commitments;

    CommitmentResource(Reserving reserving, CommitmentRows commitments) {
        this.reserving = reserving;
        this.commitments = commitments;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_ACCOUNTANT)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "proposeCommitment",
            summary = "Propose to reserve money of a fund",
            description = "Nothing is reserved before another person approves it.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed.",
            content = @Content(schema = @Schema(implementation = Commitment.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such fund, or not within the caller's territory.")
    @APIResponse(responseCode = "409", description = "commitment-in-force: the reference has a reservation already.")
    @APIResponse(responseCode = "422", description = """
                    insufficient-funds, commitment-beyond-fund, period-closed (Art. 16); commitment-expired,
                    booked-in-future.""")
    public Response propose(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewCommitment.class),
                                            examples = @ExampleObject(value = """
                                    {"fund": "019a9c5e-0000-7000-8000-000000000003", "amount": "9000.00",
                                     "bookedOn": "2026-03-05", "until": "2026-09-30"}""")))
                    NewCommitment wanted) {
        Commitment commitment = reserving.propose(wanted);
        return Response.created(URI.create("/v1/commitments/" + commitment.id()))
                .entity(commitment)
                .build();
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.SUBDISTRICT_APPROVER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "approveCommitment",
            summary = "Approve a reservation",
            description = "By another person than who proposed it. The money is reserved from its booking day on.")
    @APIResponse(
            responseCode = "200",
            description = "Reserved.",
            content = @Content(schema = @Schema(implementation = Commitment.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "commitment-stage")
    @APIResponse(
            responseCode = "422",
            description = "same-person, commitment-expired; insufficient-funds, period-closed (Art. 16).")
    public Response approve(@PathParam("id") UUID id) {
        return Response.ok(reserving.approve(id)).build();
    }

    @POST
    @Path("/{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_APPROVER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "rejectCommitment",
            summary = "Reject a reservation",
            description = "By another person than who proposed it, with the reason.")
    @APIResponse(
            responseCode = "200",
            description = "Rejected.",
            content = @Content(schema = @Schema(implementation = Commitment.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "commitment-stage")
    @APIResponse(responseCode = "422", description = "same-person")
    public Response reject(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Rejection.class),
                                            examples = @ExampleObject(value = "{\"reason\": \"合同尚未审定\"}")))
                    Rejection rejection) {
        return Response.ok(reserving.reject(id, rejection.reason())).build();
    }

    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBDISTRICT_ACCOUNTANT, Roles.SUBDISTRICT_APPROVER})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "releaseCommitment",
            summary = "Give what remains of a reservation back to its fund",
            description = "It can never be used again. What expenditures have drawn stays drawn.")
    @APIResponse(
            responseCode = "200",
            description = "Released.",
            content = @Content(schema = @Schema(implementation = Commitment.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "commitment-stage")
    @APIResponse(responseCode = "422", description = "booked-in-future, booked-too-early; period-closed (Art. 16).")
    public Response release(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Release.class),
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"bookedOn\": \"2026-07-01\", \"reason\": \"合同提前终止\"}")))
                    Release release) {
        return Response.ok(reserving.release(id, release.bookedOn(), release.reason()))
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
            operationId = "getCommitment",
            summary = "One reservation",
            description = "With its steps and what remains of it.")
    @APIResponse(responseCode = "200", description = "The reservation.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Commitment get(@PathParam("id") UUID id) {
        return commitments.toSee(id);
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
            operationId = "listCommitments",
            summary = "The reservations of the caller's territory",
            description = "In the order in which they were proposed; every filter may be left out.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reservations.",
            content = @Content(schema = @Schema(implementation = Commitment[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("fund") @Nullable UUID fund,
            @QueryParam("stage") @Nullable CommitmentStage stage,
            @Context UriInfo uri) {
        return commitments.list(page, fund, stage).answer(uri);
    }
}
