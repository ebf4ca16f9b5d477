package cn.shequ.admission.organisation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Supervision of organisations. */
@Path("/v1/supervision-actions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "supervision-actions",
        description =
                "Joint action, talks, rectification, suspension, exit and cases against illegal bodies (Art. 26).")
@RunOnVirtualThread
public class SupervisionActionResource {

    private final SupervisionDesk desk;

    SupervisionActionResource(SupervisionDesk desk) {
        this.desk = desk;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Operation(
            operationId = "superviseOrganisation",
            summary = "Record an act of supervision",
            description = "Suspension, restoration and exit are for the authority that filed or registered the"
                    + " organisation and move its stage at once; the rest is for the subdistrict office and civil affairs"
                    + " of its territory. A case is opened against a named body that is on no register.")
    @APIResponse(
            responseCode = "201",
            description = "On record.",
            content = @Content(schema = @Schema(implementation = SupervisionActionView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(
            responseCode = "403",
            description = "`outside-jurisdiction`: not the authority of the organisation's track")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`organisation-stage-forbids`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`organisation-is-lawful` (Art. 26); `department-unknown`; `form-contradictory`: a joint action of"
                            + " one department, a rectification without a deadline")
    public Response take(NewSupervisionAction action) {
        SupervisionActionView taken = desk.take(action);
        return Response.created(
                        URI.create("/v1/supervision-actions/" + taken.action().id()))
                .entity(taken)
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listSupervisionActions",
            summary = "Acts of supervision in the caller's territory",
            description = "In the order in which they were taken, with what is open, overdue and done.")
    @APIResponse(
            responseCode = "200",
            description = "A page of acts.",
            content = @Content(schema = @Schema(implementation = SupervisionActionView[].class)))
    public Response list(
            @QueryParam("community") @Nullable DivisionCode community,
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("kind") @Nullable SupervisionKind kind,
            @QueryParam("overdue")
                    @DefaultValue("false")
                    @Parameter(description = "Only rectifications whose deadline has passed.")
                    boolean overdue,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return desk.list(community, organisation, kind, overdue, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getSupervisionAction",
            summary = "One act of supervision",
            description = "For those who serve the community or a division above it.")
    @APIResponse(
            responseCode = "200",
            description = "The act.",
            content = @Content(schema = @Schema(implementation = SupervisionActionView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public SupervisionActionView get(@PathParam("id") UUID id) {
        return desk.seen(id);
    }

    @POST
    @Path("/{id}/conclusion")
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Operation(
            operationId = "concludeSupervisionAction",
            summary = "Record that a rectification is done or a case closed",
            description = "With its result; late as well, which the dates then show.")
    @APIResponse(
            responseCode = "200",
            description = "Concluded.",
            content = @Content(schema = @Schema(implementation = SupervisionActionView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`supervision-not-open`")
    public Response conclude(@PathParam("id") UUID id, Conclusion conclusion) {
        return Response.ok(desk.conclude(id, conclusion.result())).build();
    }
}
