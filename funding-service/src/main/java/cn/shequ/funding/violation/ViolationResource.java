package cn.shequ.funding.violation;

import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cases of Art. 16 over HTTP, to be read. */
@Path("/v1/violations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "violations", description = "Late or short payment, diversion, encroachment, withholding (Art. 16).")
@RunOnVirtualThread
public class ViolationResource {

    private final Violations violations;

    ViolationResource(Violations violations) {
        this.violations = violations;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.SUBDISTRICT_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Operation(operationId = "listViolations", summary = "Cases of Art. 16", description = """
                    Finance and auditors see those of their territory; a body concerned sees its own once it is notified,
                    without who reported it. Until a person confirms it a case is a suspicion.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of cases, in the order in which they were opened.",
            content = @Content(schema = @Schema(implementation = Violation[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("stage") @Nullable ViolationStage stage,
            @QueryParam("kind") @Nullable ViolationKind kind,
            @QueryParam("subject") @Parameter(description = "The obligation, fund or attempt.") @Nullable UUID subject,
            @Context UriInfo uri) {
        return violations.list(page, stage, kind, subject).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.SUBDISTRICT_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Operation(operationId = "getViolation", summary = "One case", description = "With its steps and what followed.")
    @APIResponse(responseCode = "200", description = "The case.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Violation get(@PathParam("id") UUID id) {
        return violations.toSee(id);
    }
}
