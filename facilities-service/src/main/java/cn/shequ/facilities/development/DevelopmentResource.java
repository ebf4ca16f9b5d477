package cn.shequ.facilities.development;

import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** New developments and their plans. */
@Path("/v1/developments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "developments", description = "New residential developments and the review of their plans (Art. 13).")
@RunOnVirtualThread
public class DevelopmentResource {

    private static final String DEVELOPMENT = "0192f0c1-2f6a-7c3e-8a51-5f0c6e1d2b3a";

    private final Planning planning;
    private final Developments developments;
    private final Jurisdiction jurisdiction;

    DevelopmentResource(Planning planning, Developments developments, Jurisdiction jurisdiction) {
        this.planning = planning;
        this.developments = developments;
        this.jurisdiction = jurisdiction;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLANNING_OFFICER)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "addDevelopment",
            summary = "Put a development and its first plan on record",
            description = "In a division of your territory. The plan is then reviewed.")
    @APIResponse(responseCode = "201", description = "The development, with its ETag.")
    @APIResponse(
            responseCode = "400",
            description = "`invalid-request`, `malformed-body`, `phases-out-of-order`, `idempotency-key-required`")
    @APIResponse(responseCode = "404", description = "`not-found`: not a division of your territory")
    @APIResponse(responseCode = "422", description = "`division-unknown`, `idempotency-key-reused`")
    public Response add(NewDevelopment asked) {
        Development development = planning.add(asked);
        return Response.created(URI.create("/v1/developments/" + development.id()))
                .header(HttpHeaders.ETAG, Version.etag(development.version()))
                .entity(development)
                .build();
    }

    @PUT
    @Path("/{id}/plan")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLANNING_OFFICER)
    @Transactional
    @Operation(
            operationId = "changePlan",
            summary = "Replace the plan",
            description = "Needs `If-Match` with the ETag that was read. The changed plan is reviewed again, also where"
                    + " the one before was approved.")
    @APIResponse(responseCode = "200", description = "The development with the new plan, and its new ETag.")
    @APIResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`, `phases-out-of-order`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "428", description = "`version-required`")
    public Response changePlan(
            @PathParam("id") @Parameter(example = DEVELOPMENT) UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(example = "\"1\"") @Nullable String ifMatch,
            NewPlan asked) {
        return answer(planning.changePlan(id, ifMatch, asked));
    }

    @GET
    @RolesAllowed({
        Roles.PLANNING_OFFICER,
        Roles.CONSTRUCTION_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.AUDITOR
    })
    @Operation(operationId = "listDevelopments", summary = "The developments in your territory")
    @APIResponse(responseCode = "200", description = "A page of developments: `items`, and `next` when there are more.")
    @APIResponse(responseCode = "400", description = "`invalid-request`, `invalid-cursor`")
    public Response list(
            @QueryParam("stage") @Nullable DevelopmentStage stage,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(developments.list(stage, jurisdiction.bindings(), page), page, development -> development
                        .id()
                        .toString())
                .answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.PLANNING_OFFICER,
        Roles.CONSTRUCTION_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.AUDITOR
    })
    @Operation(operationId = "readDevelopment", summary = "A development of your territory, with its ETag")
    @APIResponse(responseCode = "200", description = "The development with its present plan.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response read(@PathParam("id") @Parameter(example = DEVELOPMENT) UUID id) {
        return answer(planning.visible(id));
    }

    private static Response answer(Development development) {
        return Response.ok(development)
                .header(HttpHeaders.ETAG, Version.etag(development.version()))
                .build();
    }
}
