package cn.shequ.admission.award;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a one-vote veto keeps somebody from awards, for everybody to read. */
@Path("/v1/award-eligibility/{nominee}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "awards")
@RunOnVirtualThread
public class EligibilityResource {

    private final Nominees nominees;

    EligibilityResource(Nominees nominees) {
        this.nominees = nominees;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getAwardEligibility",
            summary = "Does a one-vote veto keep somebody from awards today",
            description =
                    "Public (Art. 16). Dates are compared at the moment of asking; a body answers for those whose place"
                            + " it has taken.")
    @APIResponse(
            responseCode = "200",
            description = "Eligible, or the vetoes in force.",
            content = @Content(schema = @Schema(implementation = Eligibility.class)))
    public Eligibility get(@PathParam("nominee") Nominee nominee) {
        return nominees.eligibility(nominee);
    }
}
