package cn.shequ.admission.exit;

import cn.shequ.admission.groupvote.Vote;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the leading group does with an exit. */
@Path("/v1/exit-proposals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exits")
@APIResponse(
        responseCode = "403",
        description =
                "`outside-jurisdiction`, `group-of-another-level`: the group of the applicant's own level decides.")
@APIResponse(responseCode = "404", description = "`not-found`")
@RunOnVirtualThread
public class ExitDecisionResource {

    private final ExitDecision decision;
    private final ExitAccess access;

    ExitDecisionResource(ExitDecision decision, ExitAccess access) {
        this.decision = decision;
        this.access = access;
    }

    @POST
    @Path("/votes")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_MEMBER)
    @Operation(
            operationId = "voteOnExit",
            summary = "Vote on an exit, once",
            description =
                    "When the residents generally reject the task and the other side was heard or let its time pass. "
                            + "The vote that settles the outcome decides; an approved exit is filed and takes effect at once.")
    @APIResponse(
            responseCode = "200",
            description = "The vote counts.",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "403", description = "`not-a-member`, `group-of-another-level`, `outside-jurisdiction`")
    @APIResponse(responseCode = "409", description = "`exit-stage-forbids`, `already-acted`, `already-voted`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`placement-not-in-community`, `position-awaited`: names the last day, today and the row of the "
                            + "rulebook for it (`exit.position-within`), and no article; `due-day-provisional`: as long as the"
                            + " holidays of that day's year are not announced")
    public Response vote(@PathParam("id") UUID id, Vote vote) {
        return Response.ok(access.view(decision.vote(id, vote.ballot()))).build();
    }

    @POST
    @Path("/decision")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "closeExitVote",
            summary = "Close the vote on an exit and count",
            description = "When no more votes are waited for; a quorum must have voted.")
    @APIResponse(
            responseCode = "200",
            description = "Approved and filed, or declined.",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "409", description = "`exit-stage-forbids`, `already-acted`")
    @APIResponse(
            responseCode = "422",
            description = "`quorum-not-reached`, `placement-not-in-community`, `position-awaited`,"
                    + " `due-day-provisional`: as for a vote")
    public Response close(@PathParam("id") UUID id) {
        return Response.ok(access.view(decision.close(id))).build();
    }
}
