package cn.shequ.admission.exit;

import cn.shequ.admission.groupvote.NewRecusal;
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

/** Who takes no part in an exit, and which group decides then. */
@Path("/v1/exit-proposals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exits")
@APIResponse(responseCode = "404", description = "`not-found`")
@RunOnVirtualThread
public class ExitRecusalResource {

    private final ExitRecusal recusals;
    private final ExitAccess access;

    ExitRecusalResource(ExitRecusal recusals, ExitAccess access) {
        this.recusals = recusals;
        this.access = access;
    }

    @POST
    @Path("/recusals")
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.LEADING_GROUP_OFFICE, Roles.LEADING_GROUP_MEMBER})
    @Operation(
            operationId = "recuseFromExit",
            summary = "Take no part in an exit, or record it of another",
            description =
                    "Members for themselves, the office for any of them; before the vote. When too few members are left for"
                            + " a quorum (`admission.quorum`), the next level up that can decide begins anew.")
    @APIResponse(
            responseCode = "200",
            description = "On record. `division` and `decidedBecause` say who decides now.",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    @APIResponse(
            responseCode = "403",
            description = "`recusal-of-another`, `group-of-another-level`, `outside-jurisdiction`")
    @APIResponse(
            responseCode = "409",
            description = "`exit-stage-forbids`, `already-acted`, `recused-already`, `recusal-too-late`")
    @APIResponse(responseCode = "422", description = "`nobody-to-recuse`")
    public Response recuse(@PathParam("id") UUID id, NewRecusal recusal) {
        return Response.ok(access.view(recusals.recuse(id, recusal))).build();
    }

    @POST
    @Path("/passing-up")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "passUpExit",
            summary = "Pass an exit up that the group cannot decide",
            description = "When terms ran out, so that no quorum may vote. After a recusal it passes up by itself.")
    @APIResponse(
            responseCode = "200",
            description = "The group of a level above begins anew.",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "403", description = "`group-of-another-level`, `outside-jurisdiction`")
    @APIResponse(responseCode = "409", description = "`exit-stage-forbids`, `already-acted`, `group-can-decide`")
    @APIResponse(responseCode = "422", description = "`no-level-above`")
    public Response passUp(@PathParam("id") UUID id) {
        return Response.ok(access.view(recusals.passOn(id))).build();
    }
}
