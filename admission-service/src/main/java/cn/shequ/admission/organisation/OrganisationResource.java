package cn.shequ.admission.organisation;

import cn.shequ.kit.concurrency.Version;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Community social organisations and their applications. */
@Path("/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisations", description = "Community social organisations, filed or registered (Art. 6, 23).")
@RunOnVirtualThread
public class OrganisationResource {

    private final OrganisationDesk desk;
    private final Organisations organisations;

    OrganisationResource(OrganisationDesk desk, Organisations organisations) {
        this.desk = desk;
        this.organisations = organisations;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.COMMUNITY_OFFICER, Roles.SUBDISTRICT_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Operation(
            operationId = "applyForOrganisation",
            summary = "Enter an application to file or register an organisation",
            description =
                    "By the community or its subdistrict office for those who found it, or by a department for the body"
                            + " that it sets up in the community. What does not reach the conditions of registration can"
                            + " be entered: it may be filed, or incubated first.")
    @APIResponse(
            responseCode = "201",
            description = "Entered.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`other-department`: the body of another department")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(responseCode = "409", description = "`organisation-name-taken`")
    @APIResponse(
            responseCode = "422",
            description = "`organisation-outside-five-kinds` (Art. 23); `vertical-body-without-law`,"
                    + " `committee-heads-body` (Art. 6); `department-unknown`; `form-contradictory`")
    public Response apply(NewOrganisation organisation) {
        OrganisationView applied = desk.apply(organisation);
        return Response.created(
                        URI.create("/v1/organisations/" + applied.organisation().id()))
                .entity(applied)
                .build();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listOrganisations",
            summary = "Organisations with their track, stage and credit code",
            description = "Public, in the order in which they applied; no persons and no members.")
    @APIResponse(
            responseCode = "200",
            description = "A page of organisations.",
            content = @Content(schema = @Schema(implementation = OrganisationEntry[].class)))
    public Response list(
            @QueryParam("community") @Nullable DivisionCode community,
            @QueryParam("track") @Nullable Track track,
            @QueryParam("stage") @Nullable OrganisationStage stage,
            @QueryParam("setUpBy") @Nullable CreditCode setUpBy,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return organisations
                .list(community, track, stage, setUpBy, page)
                .map(Organisation::entry)
                .answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getOrganisation",
            summary = "One organisation with its registration and incubation",
            description =
                    "For those who serve the community or a division above it; of a department's officer only what the"
                            + " department set up.")
    @APIResponse(
            responseCode = "200",
            description = "The organisation, with its version as ETag.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response get(@PathParam("id") UUID id) {
        return answer(desk.seen(id));
    }

    @POST
    @Path("/{id}/figures")
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.COMMUNITY_OFFICER, Roles.SUBDISTRICT_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Operation(
            operationId = "reviseOrganisationFigures",
            summary = "Say how many members it has by now, and its capital",
            description =
                    "As counts and in CNY; If-Match names the version that is changed. What the district found when"
                            + " it registered the organisation stays.")
    @APIResponse(
            responseCode = "200",
            description = "The organisation with its figures.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`organisation-stage-forbids`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "422", description = "`form-contradictory`: a negative capital")
    @APIResponse(responseCode = "428", description = "`version-required`")
    public Response revise(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Figures figures) {
        return answer(desk.revise(id, ifMatch, figures));
    }

    private static Response answer(OrganisationView view) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Version.etag(view.organisation().version()))
                .build();
    }
}
