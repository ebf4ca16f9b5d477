package cn.shequ.admission.department;

import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which functions of Art. 35 a registered body fulfils. */
@Path("/v1/departments/{creditCode}/functions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "departments", description = "Bodies that may apply for a task or demand something (Art. 7, 35).")
@RunOnVirtualThread
public class DepartmentFunctionResource {

    private final DepartmentRegistration registration;

    DepartmentFunctionResource(DepartmentRegistration registration) {
        this.registration = registration;
    }

    @PUT
    @Transactional
    @RolesAllowed({Roles.CIVIL_AFFAIRS_OFFICER, Roles.PLATFORM_ADMIN})
    @Operation(
            operationId = "putDepartmentFunctions",
            summary = "Say which functions of Art. 35 a body fulfils",
            description =
                    "All of them, several where bodies were merged. Each has the part that the article gives to it,"
                            + " and one body in each division. If-Match names the version of the body that is changed.")
    @APIResponse(
            responseCode = "200",
            description = "The body as it is now.",
            content = @Content(schema = @Schema(implementation = Department.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`function-fulfilled`: by another body of the division; `department-succeeded`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "422", description = "`category-does-not-fit` (Art. 35)")
    @APIResponse(responseCode = "428", description = "`version-required`")
    public Response put(
            @PathParam("creditCode") CreditCode creditCode,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            FulfilledFunctions fulfilled) {
        Department body = registration.fulfil(creditCode, ifMatch, fulfilled.functions());
        return Response.ok(body)
                .header(HttpHeaders.ETAG, Version.etag(body.version()))
                .build();
    }
}
