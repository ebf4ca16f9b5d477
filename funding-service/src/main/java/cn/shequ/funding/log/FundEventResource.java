package cn.shequ.funding.log;

import cn.shequ.kit.eventlog.EventFeed;
import cn.shequ.kit.eventlog.EventFeedResource;
import cn.shequ.kit.eventlog.EventFilter;
import cn.shequ.kit.eventlog.LogExport;
import cn.shequ.kit.eventlog.LogSigner;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The fund events themselves, for auditors (Art. 16). */
@Path("/v1/fund-events")
@Tag(name = "fund-events", description = "Every movement of earmarked money, numbered without gaps (Art. 16).")
@RunOnVirtualThread
public class FundEventResource {

    private final EventFeed feed;
    private final LogSigner signer;
    private final LogExport export;

    FundEventResource(EventFeed feed, LogSigner signer, LogExport export) {
        this.feed = feed;
        this.signer = signer;
        this.export = export;
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.SYSTEM_INTEGRATOR})
    @Produces({MediaType.APPLICATION_JSON, EventFeed.NDJSON})
    @Operation(operationId = "readFundEvents", summary = "Fund events by number", description = """
                    Every number from `from` on, in order. What concerns no division of the caller's is a number and a \
                    hash, which is enough to check it against the tree. As JSON in pages; as `application/x-ndjson` \
                    all at once, one event a line, the very bytes that are leaves of the tree and stand on Kafka.""")
    @APIResponse(responseCode = "200", description = "Events. `next` is the number to go on from, now or later.")
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    public Response read(
            @QueryParam("from") @DefaultValue("0") @Parameter(description = "The first number.", example = "0")
                    long from,
            @QueryParam("limit") @DefaultValue("100") @Parameter(description = "Of a JSON page, 1 to 1000.") int limit,
            @BeanParam EventFilter filter,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context UriInfo uri) {
        return EventFeedResource.wantsLines(accept) ? feed.stream(from, filter) : feed.page(from, limit, filter, uri);
    }

    @GET
    @Path("/export")
    @RolesAllowed(Roles.AUDITOR)
    @Produces("application/zip")
    @Operation(operationId = "exportFundEvents", summary = "The whole log as a bundle", description = """
                    A zip of `events.ndjson`, the tiles of leaf hashes, the signed `checkpoint` and the key's text. \
                    `./shequ verify` checks it offline.""")
    @APIResponse(responseCode = "200", description = "The bundle, as the caller may see it.")
    @APIResponse(responseCode = "503", description = "`history-forked`: nothing is signed.")
    public Response export() {
        SignedNote checkpoint = signer.checkpoint();
        return Response.ok((StreamingOutput) output -> export.write(checkpoint, output), "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"fund-events.zip\"")
                .build();
    }
}
