package cn.shequ.admission.exit;

import cn.shequ.admission.task.Reason;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Exits that communities and departments propose. */
@Path("/v1/exit-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "exits",
        description =
                "A task that works poorly and is generally rejected by the residents leaves the community (Art. 5).")
@RunOnVirtualThread
public class ExitResource {

    private final ExitDesk desk;
    private final ExitAccess access;
    private final ExitProposals proposals;
    private final Jurisdiction jurisdiction;
    private final Callers callers;

    ExitResource(
            ExitDesk desk, ExitAccess access, ExitProposals proposals, Jurisdiction jurisdiction, Callers callers) {
        this.desk = desk;
        this.access = access;
        this.proposals = proposals;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.COMMUNITY_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Operation(
            operationId = "proposeExit",
            summary = "Propose that a task leaves a community",
            description = "By the community or by the department whose task it is; the other one states its position. "
                    + "Until the exit is approved the task stays admitted.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed.",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(
            responseCode = "403",
            description =
                    "`outside-jurisdiction`, `other-department`: only the community itself and the department whose "
                            + "task it is.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`exit-is-proposed` names the other proposal.")
    @APIResponse(responseCode = "422", description = "`placement-not-in-community`")
    public Response propose(NewExitProposal request) {
        ExitProposal proposal = desk.propose(request);
        return Response.created(URI.create("/v1/exit-proposals/" + proposal.id()))
                .entity(access.view(proposal))
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listExits",
            summary = "Exits that concern the caller",
            description = "In the order in which they were proposed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of exits.",
            content = @Content(schema = @Schema(implementation = ExitProposal[].class)))
    public Response list(
            @QueryParam("community") @Nullable DivisionCode community,
            @QueryParam("stage") @Nullable ExitStage stage,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return proposals
                .list(community, stage, callers.current().onlyDepartment(), jurisdiction.bindings(), page)
                .answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(operationId = "getExit", summary = "One exit, with the votes and the decision of the group")
    @APIResponse(
            responseCode = "200",
            description = "The exit.",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public ExitView get(@PathParam("id") UUID id) {
        return access.seen(id);
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
                    "From the share of the rulebook's row `exit.rejection-share` on it is generally rejected and goes "
                            + "to the group; below it the task stays.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: only the community itself.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`exit-stage-forbids`, `already-acted`")
    @APIResponse(responseCode = "422", description = "`placement-not-in-community`")
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
            summary = "Agree or disagree, as the side that did not propose the exit",
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
    @APIResponse(responseCode = "409", description = "`position-stated`, `exit-stage-forbids`, `already-acted`")
    public Response state(@PathParam("id") UUID id, PositionStatement statement) {
        return Response.ok(access.view(desk.state(id, statement))).build();
    }

    @POST
    @Path("/{id}/withdrawal")
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.COMMUNITY_OFFICER, Roles.DEPARTMENT_OFFICER})
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
