package cn.shequ.admission.evaluation;

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

/** What the leading group does with a requested evaluation. */
@Path("/v1/evaluation-requests/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evaluation-requests")
@APIResponse(
        responseCode = "403",
        description = "`evaluation-of-another-level`: the group of the body's own level decides (Art. 7).")
@APIResponse(responseCode = "404", description = "`not-found`")
@RunOnVirtualThread
public class EvaluationDecisionResource {

    private final EvaluationDecision decision;
    private final EvaluationAccess access;

    EvaluationDecisionResource(EvaluationDecision decision, EvaluationAccess access) {
        this.decision = decision;
        this.access = access;
    }

    @POST
    @Path("/votes")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_MEMBER)
    @Operation(
            operationId = "voteOnEvaluation",
            summary = "Vote on a requested evaluation, once",
            description = "The vote that settles the outcome decides; what is approved is an item of the unified"
                    + " evaluation at once.")
    @APIResponse(
            responseCode = "200",
            description = "The vote counts.",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @APIResponse(responseCode = "403", description = "`not-a-member`, `evaluation-of-another-level`")
    @APIResponse(responseCode = "409", description = "`evaluation-stage-forbids`, `already-acted`, `already-voted`")
    public Response vote(@PathParam("id") UUID id, Vote vote) {
        return Response.ok(access.view(decision.vote(id, vote.ballot()))).build();
    }

    @POST
    @Path("/decision")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "closeEvaluationVote",
            summary = "Close the vote on a requested evaluation and count",
            description = "When no more votes are waited for; a quorum must have voted.")
    @APIResponse(
            responseCode = "200",
            description = "Approved or rejected.",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @APIResponse(responseCode = "409", description = "`evaluation-stage-forbids`, `already-acted`")
    @APIResponse(responseCode = "422", description = "`quorum-not-reached`")
    public Response close(@PathParam("id") UUID id) {
        return Response.ok(access.view(decision.close(id))).build();
    }
}
