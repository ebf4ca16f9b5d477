package cn.shequ.funding.reversal;

import cn.shequ.funding.ledger.EntryView;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reversals over HTTP. */
@Path("/v1/entries/{id}/reversal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "entries", description = "Entries are never changed; a mistake is reversed (Art. 16).")
@RunOnVirtualThread
public class ReversalResource {

    private final Reversing reversing;

    ReversalResource(Reversing reversing) {
        this.reversing = reversing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "reverseEntry", summary = "Take an entry back by a new one", description = """
                    Once only. A receipt reopens what it settled; what was spent of it becomes receivable from the payer.
                    A payment that is taken back leaves its money reserved; the reservation can then be reversed too.""")
    @APIResponse(
            responseCode = "201",
            description = "The reversing entry.",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "entry-already-reversed, expenditure-stage")
    @APIResponse(
            responseCode = "422",
            description = "entry-not-reversible, booked-too-early, booked-in-future; period-closed (Art. 16).")
    public Response reverse(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewReversal.class),
                                            examples = @ExampleObject(value = "{\"bookedOn\": \"2026-03-09\"}")))
                    NewReversal reversal) {
        return Response.status(Response.Status.CREATED)
                .entity(reversing.reverse(id, reversal.bookedOn()))
                .build();
    }
}
