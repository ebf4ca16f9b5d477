package cn.shequ.admission.approvalform;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Prints of approval forms, checked by whoever holds one. */
@Path("/v1/approval-form-verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "approval-forms", description = "The approval form on paper, and how a print of it is checked (Art. 4, 5).")
@RunOnVirtualThread
public class FormVerificationResource {

    private final FormVerifications verifications;

    FormVerificationResource(FormVerifications verifications) {
        this.verifications = verifications;
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(
            operationId = "verifyApprovalForm",
            summary = "What the print with this code says, and whether things are still so",
            description =
                    "Public. Compare the answer with the paper. `standing`: `PRESENT`; `SUPERSEDED`, when something was"
                            + " done with the application since; `EXPIRED` or `EXITED`, when what was signed is over. Case and"
                            + " hyphens do not matter.")
    @APIResponse(
            responseCode = "200",
            description = "There is such a print.",
            content = @Content(schema = @Schema(implementation = FormVerification.class)))
    @APIResponse(
            responseCode = "404",
            description = "`verification-code-mistyped`: its last character does not fit the others;"
                    + " `verification-code-unknown`: on no print")
    public FormVerification verify(
            @PathParam("code") @Parameter(description = "As printed.", example = "7K3QD-9M2XA-0TB4C-WEJ58")
                    String code) {
        return verifications.of(code);
    }
}
