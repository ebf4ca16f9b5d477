package cn.shequ.admission.department;

import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a registered body is called, and was called before. */
@Path("/v1/departments/{creditCode}/renamings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "departments", description = "Bodies that may apply for a task or demand something (Art. 7, 35).")
@RunOnVirtualThread
public class DepartmentRenamingResource {

    private final DepartmentRegistration registration;
    private final Departments departments;
    private final Renamings renamings;

    DepartmentRenamingResource(DepartmentRegistration registration, Departments departments, Renamings renamings) {
        this.registration = registration;
        this.departments = departments;
        this.renamings = renamings;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.CIVIL_AFFAIRS_OFFICER, Roles.PLATFORM_ADMIN})
    @Operation(
            operationId = "renameDepartment",
            summary = "Record what a body is called from today on",
            description = "The same body under the same credit code: one that became another body is succeeded by it."
                    + " Forms of what was submitted before today keep the former name. If-Match names the version of the"
                    + " body that is renamed.")
    @APIResponse(
            responseCode = "200",
            description = "The body as it is called now.",
            content = @Content(schema = @Schema(implementation = Department.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`department-succeeded`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "422", description = "`form-contradictory`: it is called so already")
    @APIResponse(responseCode = "428", description = "`version-required`")
    public Response rename(
            @PathParam("creditCode") CreditCode creditCode,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            NewName name) {
        Department body = registration.rename(creditCode, ifMatch, name);
        return Response.ok(body)
                .header(HttpHeaders.ETAG, Version.etag(body.version()))
                .build();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listDepartmentRenamings",
            summary = "What a body was called before, the first name first",
            description = "Public.")
    @APIResponse(
            responseCode = "200",
            description = "A page of renamings.",
            content = @Content(schema = @Schema(implementation = Renaming[].class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response list(
            @PathParam("creditCode") CreditCode creditCode, @BeanParam PageRequest page, @Context UriInfo uri) {
        Department body = departments.find(creditCode).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        return renamings.of(body.creditCode(), page).answer(uri);
    }
}
