package cn.shequ.admission.exit;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Proposed exits as they are read, with what each covers. */
@Path("/v1/exit-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exits")
@RunOnVirtualThread
public class ExitRegisterResource {

    private final ExitAccess access;
    private final ExitProposals proposals;
    private final Jurisdiction jurisdiction;
    private final Callers callers;

    ExitRegisterResource(ExitAccess access, ExitProposals proposals, Jurisdiction jurisdiction, Callers callers) {
        this.access = access;
        this.proposals = proposals;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
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
            @QueryParam("application") @Nullable UUID application,
            @QueryParam("community") @Nullable DivisionCode community,
            @QueryParam("stage") @Nullable ExitStage stage,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return proposals
                .list(application, community, stage, callers.current().onlyDepartment(), jurisdiction.bindings(), page)
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

    @GET
    @Path("/{id}/placements")
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
            operationId = "listExitPlacements",
            summary = "What an exit covers, in the order of communities",
            description = "With the residents' assessment and the position of each community.")
    @APIResponse(
            responseCode = "200",
            description = "A page of covered placements.",
            content = @Content(schema = @Schema(implementation = CoveredPlacement[].class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response covers(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return access.covers(id, page).answer(uri);
    }
}
