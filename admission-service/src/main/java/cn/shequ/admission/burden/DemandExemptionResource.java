package cn.shequ.admission.burden;

import cn.shequ.admission.task.Reason;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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

/** Exemptions from what is refused "in principle". */
@Path("/v1/demand-exemptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "demand-exemptions",
        description =
                "Meetings and unpaid service are refused in principle; a reasoned exemption is approved (Art. 7).")
@RunOnVirtualThread
public class DemandExemptionResource {

    private final DemandExemptionDesk desk;
    private final DemandExemptions exemptions;

    DemandExemptionResource(DemandExemptionDesk desk, DemandExemptions exemptions) {
        this.desk = desk;
        this.exemptions = exemptions;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.DEPARTMENT_OFFICER)
    @Operation(
            operationId = "requestDemandExemption",
            summary = "Ask for an exemption for a meeting or unpaid service",
            description =
                    "For the department of the token, with its reason, for one kind and matter, in communities of its own"
                            + " division, and at most as long as `exemption.lasts` says.")
    @APIResponse(
            responseCode = "201",
            description = "Requested.",
            content = @Content(schema = @Schema(implementation = DemandExemption.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(
            responseCode = "422",
            description = "`form-contradictory`: another kind, a day that is over; `exemption-outside-division`;"
                    + " `exemption-too-long`; `department-unknown`")
    public Response request(NewDemandExemption asked) {
        DemandExemption exemption = desk.request(asked);
        return Response.created(URI.create("/v1/demand-exemption-requests/" + exemption.id()))
                .entity(exemption)
                .build();
    }

    @POST
    @Path("/{id}/approval")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "approveDemandExemption",
            summary = "Approve an exemption",
            description = "By the leading-group office of the body's own level, and never by who asked for it.")
    @APIResponse(
            responseCode = "200",
            description = "Approved.",
            content = @Content(schema = @Schema(implementation = DemandExemption.class)))
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another level")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`exemption-decided`, `already-acted`")
    public Response approve(@PathParam("id") UUID id) {
        return Response.ok(desk.decide(id, DemandExemption.Stage.APPROVED, null))
                .build();
    }

    @POST
    @Path("/{id}/declination")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "declineDemandExemption",
            summary = "Decline an exemption",
            description = "By the leading-group office of the body's own level, with its reason.")
    @APIResponse(
            responseCode = "200",
            description = "Declined.",
            content = @Content(schema = @Schema(implementation = DemandExemption.class)))
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: the office of another level")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`exemption-decided`, `already-acted`")
    public Response decline(@PathParam("id") UUID id, Reason reason) {
        return Response.ok(desk.decide(id, DemandExemption.Stage.DECLINED, reason.reason()))
                .build();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listDemandExemptions",
            summary = "Exemptions that were approved or declined",
            description = "Public, in the order in which they were requested.")
    @APIResponse(
            responseCode = "200",
            description = "A page of exemptions.",
            content = @Content(schema = @Schema(implementation = DemandExemption[].class)))
    public Response list(
            @QueryParam("decidingDivision") @Nullable DivisionCode decidingDivision,
            @QueryParam("department") @Nullable CreditCode department,
            @QueryParam("stage") DemandExemption.@Nullable Stage stage,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return exemptions.list(decidingDivision, department, stage, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getDemandExemption", summary = "One exemption that was decided", description = "Public.")
    @APIResponse(
            responseCode = "200",
            description = "The exemption.",
            content = @Content(schema = @Schema(implementation = DemandExemption.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public DemandExemption get(@PathParam("id") UUID id) {
        return desk.published(id);
    }
}
