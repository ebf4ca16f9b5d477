package cn.shequ.admission.seal;

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
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which committees' seals are missing. */
@Path("/v1/seal-loss-notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "seals", description = "The seal of each residents' committee: issue, custody, loss, replacement (Art. 8).")
@RunOnVirtualThread
public class SealLossNoticeResource {

    private final Seals seals;
    private final Clock clock;

    SealLossNoticeResource(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listSealLossNotices",
            summary = "Notices of loss",
            description =
                    "Public, of seals that were replaced since as well; in the order in which the seals were issued.")
    @APIResponse(
            responseCode = "200",
            description = "A page of notices.",
            content = @Content(schema = @Schema(implementation = SealLossNotice[].class)))
    public Response list(
            @QueryParam("division")
                    @Parameter(description = "A community, or a division in which the communities lie.")
                    @Nullable
                    DivisionCode division,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return seals.lossNotices(division, LocalDate.now(clock), page).answer(uri);
    }
}
