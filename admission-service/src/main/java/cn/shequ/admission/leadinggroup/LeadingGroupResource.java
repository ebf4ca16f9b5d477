package cn.shequ.admission.leadinggroup;

import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** The leading groups, one per division. */
@Path("/v1/leading-groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "leading-groups", description = "Who decides on tasks at each level (Art. 5, 34).")
@RunOnVirtualThread
public class LeadingGroupResource {

    private final LeadingGroups groups;
    private final GroupFormation formation;
    private final Jurisdiction jurisdiction;

    LeadingGroupResource(LeadingGroups groups, GroupFormation formation, Jurisdiction jurisdiction) {
        this.groups = groups;
        this.formation = formation;
        this.jurisdiction = jurisdiction;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.LEADING_GROUP_OFFICE, Roles.CIVIL_AFFAIRS_OFFICER})
    @Operation(
            operationId = "formLeadingGroup",
            summary = "Set up the leading group of a division",
            description = "One per division at city, county and township level. The principal leader is no member: "
                    + "who signs does not vote. A county-level group names who is first responsible, a township-level one "
                    + "who is directly responsible.")
    @APIResponse(
            responseCode = "201",
            description = "Set up.",
            content = @Content(schema = @Schema(implementation = LeadingGroup.class)))
    @APIResponse(responseCode = "409", description = "`leading-group-exists`")
    @APIResponse(
            responseCode = "422",
            description = "`leading-group-level`, `responsible-person-not-named` (Art. 34), `leader-may-not-vote`,"
                    + " `department-unknown`")
    public Response form(NewLeadingGroup request) {
        LeadingGroup group = formation.form(request);
        return Response.created(URI.create("/v1/leading-groups/" + group.id()))
                .header(HttpHeaders.ETAG, Version.etag(group.version()))
                .entity(group)
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listLeadingGroups",
            summary = "The leading groups of the caller's territory",
            description = "In the order of their setting up.")
    @APIResponse(
            responseCode = "200",
            description = "A page of groups.",
            content = @Content(schema = @Schema(implementation = LeadingGroup[].class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return groups.list(jurisdiction.bindings(), page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getLeadingGroup",
            summary = "One leading group",
            description = "With its version as ETag, for a change of its composition.")
    @APIResponse(
            responseCode = "200",
            description = "The group.",
            content = @Content(schema = @Schema(implementation = LeadingGroup.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response get(@PathParam("id") UUID id) {
        LeadingGroup group = groups.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(Reach.of(group.division()));
        return Response.ok(group)
                .header(HttpHeaders.ETAG, Version.etag(group.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed({Roles.LEADING_GROUP_OFFICE, Roles.CIVIL_AFFAIRS_OFFICER})
    @Operation(
            operationId = "recomposeLeadingGroup",
            summary = "Change who is in a leading group",
            description = "If-Match names the version that is changed.")
    @APIResponse(
            responseCode = "200",
            description = "The group as it is now.",
            content = @Content(schema = @Schema(implementation = LeadingGroup.class)))
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(
            responseCode = "422",
            description = "`responsible-person-not-named` (Art. 34), `leader-may-not-vote`, `department-unknown`")
    @APIResponse(responseCode = "428", description = "`version-required`")
    public Response recompose(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Composition composition) {
        LeadingGroup group = formation.recompose(id, ifMatch, composition);
        return Response.ok(group)
                .header(HttpHeaders.ETAG, Version.etag(group.version()))
                .build();
    }
}
