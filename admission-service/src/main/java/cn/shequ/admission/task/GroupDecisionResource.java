package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.NewRecusal;
import cn.shequ.admission.groupvote.Vote;
import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the leading group that decides does with an application. */
@Path("/v1/task-applications/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "group-decisions",
        description =
                "The leading group of the applicant's own level decides, and its principal leader signs (Art. 5). Where the"
                        + " applicant hosts that group, or recusals break its quorum, the next level up does.")
@APIResponse(
        responseCode = "403",
        description =
                "`outside-jurisdiction`, `group-of-another-level`: the group of the applicant's own level decides, or the"
                        + " one to which it passed up (`decidedBy`).")
@APIResponse(responseCode = "404", description = "`not-found`")
@RunOnVirtualThread
public class GroupDecisionResource {

    private final GroupDesk desk;
    private final Voting voting;
    private final RecusalDesk recusals;
    private final PassingUp passing;
    private final ApplicationViews views;

    GroupDecisionResource(
            GroupDesk desk, Voting voting, RecusalDesk recusals, PassingUp passing, ApplicationViews views) {
        this.desk = desk;
        this.voting = voting;
        this.recusals = recusals;
        this.passing = passing;
        this.views = views;
    }

    @POST
    @Path("/acceptance")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "acceptTaskApplication",
            summary = "Accept an application for review",
            description = "From here on the members vote.")
    @APIResponse(
            responseCode = "200",
            description = "Accepted.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "409", description = "`stage-forbids`, `already-acted`")
    public Response accept(@PathParam("id") UUID id) {
        return answer(desk.accept(id));
    }

    @POST
    @Path("/return")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "returnTaskApplication",
            summary = "Return an application to be mended",
            description = "Votes cast so far do not count in the next round.")
    @APIResponse(
            responseCode = "200",
            description = "Returned.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "409", description = "`stage-forbids`, `already-acted`")
    public Response giveBack(@PathParam("id") UUID id, Reason reason) {
        return answer(desk.giveBack(id, reason.reason()));
    }

    @POST
    @Path("/votes")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_MEMBER)
    @Operation(
            operationId = "voteOnTaskApplication",
            summary = "Vote, once in each round",
            description = "The vote that settles the outcome decides the application: no further vote could change it.")
    @APIResponse(
            responseCode = "200",
            description = "The vote counts.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "403", description = "`not-a-member`, `group-of-another-level`, `outside-jurisdiction`")
    @APIResponse(responseCode = "409", description = "`stage-forbids`, `already-acted`, `already-voted`")
    public Response vote(@PathParam("id") UUID id, Vote vote) {
        return answer(voting.vote(id, vote.ballot()));
    }

    @POST
    @Path("/recusals")
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.LEADING_GROUP_OFFICE, Roles.LEADING_GROUP_MEMBER, Roles.PRINCIPAL_LEADER})
    @Operation(
            operationId = "recuseFromTaskApplication",
            summary = "Take no part in an application, or record it of another",
            description =
                    "Members and the leader for themselves, the office for any of them; before the vote or signature."
                            + " When too few members are left for a quorum (`admission.quorum`), or nobody may sign, the"
                            + " application passes to the next level up that can decide, which begins anew.")
    @APIResponse(
            responseCode = "200",
            description = "On record. `decidedBy` and `decidedBecause` say who decides now.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(
            responseCode = "403",
            description = "`recusal-of-another`, `group-of-another-level`, `outside-jurisdiction`")
    @APIResponse(
            responseCode = "409",
            description = "`stage-forbids`, `already-acted`, `recused-already`, `recusal-too-late`")
    @APIResponse(responseCode = "422", description = "`nobody-to-recuse`")
    public Response recuse(@PathParam("id") UUID id, NewRecusal recusal) {
        return answer(recusals.recuse(id, recusal));
    }

    @POST
    @Path("/passing-up")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "passUpTaskApplication",
            summary = "Pass an application up that the group cannot end, or take over what it lets lie",
            description =
                    "By the group's office when terms ran out or a deputy left, so that no quorum may vote or nobody may sign;"
                            + " after a recusal it passes up by itself. By the office of the next level up when the group's"
                            + " time and its leader's are over (`admission.review-within`, `admission.escalation-within`).")
    @APIResponse(
            responseCode = "200",
            description = "The group of a level above begins anew.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "409", description = "`stage-forbids`, `already-acted`, `group-can-decide`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`no-level-above`, `review-in-time`: names the last day, today and the row of the rulebook for it;"
                            + " `due-day-provisional`: as long as the holidays of that day's year are not announced")
    public Response passUp(@PathParam("id") UUID id) {
        return answer(passing.passOn(id));
    }

    @POST
    @Path("/decision")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "closeTaskVote",
            summary = "Close the vote and count",
            description = "When no more votes are waited for; a quorum must have voted.")
    @APIResponse(
            responseCode = "200",
            description = "Decided for, or rejected.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "409", description = "`stage-forbids`, `already-acted`")
    @APIResponse(responseCode = "422", description = "`quorum-not-reached`")
    public Response close(@PathParam("id") UUID id) {
        return answer(voting.close(id));
    }

    @POST
    @Path("/signature")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.PRINCIPAL_LEADER)
    @Operation(
            operationId = "signTaskApplication",
            summary = "Sign what the group decided for",
            description =
                    "By the principal leader, or a deputy in term. One placement per community begins. It may be asked once its funds are paid (Art. 5).")
    @APIResponse(
            responseCode = "200",
            description = "Signed.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(
            responseCode = "403",
            description = "`not-the-principal-leader`, `group-of-another-level`, `outside-jurisdiction`")
    @APIResponse(responseCode = "409", description = "`stage-forbids`, `already-acted`")
    @APIResponse(responseCode = "422", description = "`validity-over`")
    public Response sign(@PathParam("id") UUID id) {
        return answer(desk.sign(id));
    }

    @POST
    @Path("/signature-refusal")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.PRINCIPAL_LEADER)
    @Operation(
            operationId = "refuseTaskSignature",
            summary = "Refuse to sign what the group decided for",
            description = "By the principal leader, or a deputy in term. The application ends here; the reason stays"
                    + " on record.")
    @APIResponse(
            responseCode = "200",
            description = "Not signed.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "409", description = "`stage-forbids`, `already-acted`")
    public Response refuse(@PathParam("id") UUID id, Reason reason) {
        return answer(desk.refuseSignature(id, reason.reason()));
    }

    private Response answer(TaskApplication application) {
        return Response.ok(views.of(application))
                .header(HttpHeaders.ETAG, Version.etag(application.version()))
                .build();
    }
}
