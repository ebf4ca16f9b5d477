package cn.shequ.admission.approvalform;

import cn.shequ.admission.approvalform.ApprovalForms.Filled;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The approval form as a paper. */
@Path("/v1/task-applications/{id}/approval-form")
@Tag(name = "approval-forms")
@RunOnVirtualThread
public class ApprovalFormResource {

    private static final String PDF = "application/pdf";

    private final ApprovalForms forms;

    ApprovalFormResource(ApprovalForms forms) {
        this.forms = forms;
    }

    @GET
    @Produces(PDF)
    @RolesAllowed({
        Roles.DEPARTMENT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(operationId = "printApprovalForm", summary = "The approval form as PDF, in Chinese", description = """
                    For who may see the application, from its submission on. It says how the application stands at this \
                    moment, and bears a code by which anybody can check it (`verifyApprovalForm`). Printed again it has the \
                    same code, until something is done with the application. The entity tag is that of the words, so it does \
                    not change with the moment of printing. Persons appear by the numbers of their tokens; a character that \
                    the font lacks appears as 〓. Of more than 1,000 communities or 500 lines of funding, the first are \
                    listed.""")
    @APIResponse(
            responseCode = "200",
            description = "The form.",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The caller has a print of the same content.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`no-form-to-print`: a draft, or withdrawn; `busy`: somebody acted on it just now")
    public Response print(@PathParam("id") UUID id, @Context Request request) {
        Filled form = forms.fill(id);
        EntityTag tag = new EntityTag(form.digest(), true);
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(forms.print(form), PDF)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"approval-form-" + id + ".pdf\"")
                    .header("X-Content-Type-Options", "nosniff");
        }
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
