package cn.shequ.admission.exit;

import cn.shequ.admission.task.Reason;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exits that communities and departments propose. */
@Path("/v1/exit-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "exits",
        description =
                "A task that works poorly and is generally rejected by the residents leaves the community (Art. 5).")
@RunOnVirtualThread
public class ExitResource {

    private final ExitInitiative initiative;
    private final ExitDesk desk;
    private final ExitAccess access;

    ExitResource(ExitInitiative initiative, ExitDesk desk, ExitAccess access) {
        this.initiative = initiative;
        this.desk = desk;
        this.access = access;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE
    })
    @Operation(
            operationId = "proposeExit",
            summary = "Propose that a task leaves a community, or all of them",
            description = "Of one community's task: by the community or by the department whose task it is. Of a whole "
                    + "application: by the department, from everywhere; or by a subdistrict office or the office of a "
                    + "leading group, from its own territory. It covers every placement that has not ended and whose exit "
                    + "is not proposed already. The others state their positions. Until the exit is approved the task "
                    + "stays admitted.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed.",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(
            responseCode = "403",
            description =
                    "`outside-jurisdiction`, `other-department`: of one task only the community itself and the department "
                            + "whose task it is; of an application not a community.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`exit-is-proposed` names the other proposal.")
    @APIResponse(
            responseCode = "422",
            description = "`placement-not-in-community`, `exit-covers-nothing`, `form-contradictory`")
    public Response propose(NewExitProposal request) {
        ExitProposal proposal = initiative.propose(request);
        return Response.created(URI.create("/v1/exit-proposals/" + proposal.id()))
                .entity(access.view(proposal))
                .build();
    }

    @POST
    @Path("/{id}/assessment")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.COMMUNITY_OFFICER)
    @Operation(
            operationId = "recordExitAssessment",
            summary = "Record what the residents said of the task",
            description =
                    "From the share of the rulebook's row `exit.rejection-share` on the residents generally reject the task; "
                            + "below it the task stays in this community. When they reject it in enough of the communities "
                            + "that it had entered (`exit.rejecting-communities`), the exit goes to the group. Of a community "
                            + "whose residents were counted there are no more ballots than residents.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: only the community itself.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`exit-stage-forbids`, `exit-is-assessed`, `already-acted`")
    @APIResponse(responseCode = "422", description = "`placement-not-in-community`, `ballots-exceed-residents`")
    public Response assess(@PathParam("id") UUID id, ResidentsAssessment assessment) {
        return Response.ok(access.view(desk.assess(id, assessment))).build();
    }

    @POST
    @Path("/{id}/position")
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.COMMUNITY_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Operation(
            operationId = "statePositionOnExit",
            summary = "Agree or disagree, as a community or department that did not propose the exit",
            description =
                    "A disagreement is on record and does not stop the group; silence after the last day does not "
                            + "either.")
    @APIResponse(
            responseCode = "200",
            description = "Stated.",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    @APIResponse(
            responseCode = "403",
            description =
                    "`outside-jurisdiction`, `other-department`: only the community itself and the department whose "
                            + "task it is.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`position-stated`, `exit-is-assessed`, `exit-stage-forbids`, `already-acted`")
    public Response state(@PathParam("id") UUID id, PositionStatement statement) {
        return Response.ok(access.view(desk.state(id, statement))).build();
    }

    @POST
    @Path("/{id}/withdrawal")
    @Transactional
    @Idempotent
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE
    })
    @Operation(
            operationId = "withdrawExit",
            summary = "Withdraw a proposed exit, as the side that proposed it",
            description = "Until the group has decided.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn.",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    @APIResponse(responseCode = "403", description = "`exit-of-other-side`, `outside-jurisdiction`, `other-department`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`exit-stage-forbids`, `already-acted`")
    public Response withdraw(@PathParam("id") UUID id, Reason reason) {
        return Response.ok(access.view(desk.withdraw(id, reason.reason()))).build();
    }
}
