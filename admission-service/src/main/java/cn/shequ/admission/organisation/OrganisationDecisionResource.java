package cn.shequ.admission.organisation;

import cn.shequ.admission.task.Reason;
import cn.shequ.kit.concurrency.Retried;
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

/** What the subdistrict office and the district decide on an organisation. */
@Path("/v1/organisations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisations", description = "Community social organisations, filed or registered (Art. 6, 23).")
@RunOnVirtualThread
public class OrganisationDecisionResource {

    private final OrganisationDecisions decisions;

    OrganisationDecisionResource(OrganisationDecisions decisions) {
        this.decisions = decisions;
    }

    @POST
    @Path("/filing")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.SUBDISTRICT_OFFICER)
    @Operation(
            operationId = "fileOrganisation",
            summary = "Take an organisation on file",
            description =
                    "By the community's own subdistrict office, for the five kinds of Art. 23; the numbers of members"
                            + " and of capital are conditions of registration and do not bind it.")
    @APIResponse(
            responseCode = "200",
            description = "On file.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: another office than the community's own")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`organisation-stage-forbids`")
    @APIResponse(responseCode = "422", description = "`organisation-outside-five-kinds` (Art. 23)")
    public Response file(@PathParam("id") UUID id) {
        return Response.ok(decisions.file(id)).build();
    }

    @POST
    @Path("/registration")
    @Retried
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.CIVIL_AFFAIRS_OFFICER)
    @Operation(
            operationId = "registerOrganisation",
            summary = "Register an organisation that reaches the conditions",
            description =
                    "By the civil affairs of the community's district, also what is on file or in a base so far. The"
                            + " refusal names the number required and the number found.")
    @APIResponse(
            responseCode = "200",
            description = "Registered; an incubation in its term has graduated with it.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: no credit code")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: another authority than the district's")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`organisation-stage-forbids`, `credit-code-registered`")
    @APIResponse(
            responseCode = "422",
            description = "`organisation-has-too-few-members`, `organisation-capital-too-low` (Art. 23)")
    public Response register(@PathParam("id") UUID id, NewRegistration registration) {
        return Response.ok(decisions.register(id, registration.creditCode())).build();
    }

    @POST
    @Path("/declination")
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Operation(
            operationId = "declineOrganisation",
            summary = "Decline an application",
            description = "By the authority that was asked, with the reason; an incubation ends with it.")
    @APIResponse(
            responseCode = "200",
            description = "Declined.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: not the authority that was asked")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`organisation-stage-forbids`")
    public Response decline(@PathParam("id") UUID id, Reason reason) {
        return Response.ok(decisions.decline(id, reason.reason())).build();
    }

    @POST
    @Path("/incubation")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.SUBDISTRICT_OFFICER)
    @Operation(
            operationId = "incubateOrganisation",
            summary = "Take an organisation into an incubation base",
            description =
                    "By the community's own subdistrict office, once, for what is not registered yet (Art. 24). It pays"
                            + " nothing for the venue. Past its last day the incubation is over; the application still waits for"
                            + " its decision.")
    @APIResponse(
            responseCode = "200",
            description = "Taken in.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: another office than the community's own")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`organisation-stage-forbids`, `incubated-before`")
    @APIResponse(
            responseCode = "422",
            description = "`incubation-not-free` (Art. 24); `form-contradictory`: a term that has not begun")
    public Response incubate(@PathParam("id") UUID id, NewIncubation incubation) {
        return Response.ok(decisions.takeIn(id, incubation)).build();
    }
}
