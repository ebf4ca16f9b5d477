package cn.shequ.funding.log;

import cn.shequ.kit.eventlog.LogInspection;
import cn.shequ.kit.eventlog.LogTree;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the service itself finds when it compares its log's columns and nodes with the signed bytes. */
@Path("/v1/fund-events/inspection")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fund-events")
@RunOnVirtualThread
public class LogInspectionResource {

    private final LogInspection inspection;
    private final LogTree tree;

    LogInspectionResource(LogInspection inspection, LogTree tree) {
        this.inspection = inspection;
        this.tree = tree;
    }

    /** @param next the number to go on from */
    public record InspectionView(long from, long next, List<LogInspection.Disagreement> disagreements) {}

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.PLATFORM_ADMIN})
    @Operation(
            operationId = "inspectFundLog",
            summary = "Whether what lies beside the signed bytes agrees with them",
            description = """
                    Compares the columns by which events are searched, redacted and published, and the stored nodes of \
                    the tree, with the bytes that are signed; a range of numbers at a time. It is the service's word about \
                    itself: what a bundle or a tile says is checked without it.""")
    @APIResponse(responseCode = "200", description = "What disagrees; nothing when all is well.")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public InspectionView inspect(
            @QueryParam("from") @DefaultValue("0") @Min(0) @Parameter(example = "0") long from,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(10_000) @Parameter(example = "1000") int limit) {
        long end = Math.max(from, Math.min(from + limit, tree.size()));
        return new InspectionView(from, end, inspection.between(from, end));
    }
}
