package cn.shequ.funding.violation;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Public notices over HTTP, for everybody. */
@Path("/v1/violation-notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "violation-notices", description = "Confirmed violations, made public (通报, Art. 16).")
@RunOnVirtualThread
public class ViolationNoticeResource {

    private final ViolationNotices notices;

    ViolationNoticeResource(ViolationNotices notices) {
        this.notices = notices;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listViolationNotices", summary = "Confirmed violations, for everybody", description = """
                    Public, without personal data. With `inForceOn` the bodies that are under one-vote veto on a day, and
                    so eligible for no award. A notice whose appeal was granted stays, and says so.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of notices, in the order in which they were made.",
            content = @Content(schema = @Schema(implementation = ViolationNotice[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("body")
                    @Parameter(description = "A division, or a credit code.", example = "220102001000")
                    @Nullable
                    Payer body,
            @QueryParam("division")
                    @Parameter(description = "Of the ledger, or the community.", example = "220102001000")
                    @Nullable
                    DivisionCode division,
            @QueryParam("inForceOn") @Parameter(example = "2026-06-30") @Nullable LocalDate inForceOn,
            @Context UriInfo uri) {
        return notices.list(page, body, division, inForceOn).answer(uri);
    }
}
