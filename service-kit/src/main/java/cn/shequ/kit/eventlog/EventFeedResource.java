package cn.shequ.kit.eventlog;

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
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The events of this service, for those who do not read them from Kafka. */
@Path("/v1/events")
@Tag(name = "events", description = "What happened, numbered without gaps.")
@RunOnVirtualThread
public class EventFeedResource {

    private final EventFeed feed;

    EventFeedResource(EventFeed feed) {
        this.feed = feed;
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.SYSTEM_INTEGRATOR})
    @Produces({MediaType.APPLICATION_JSON, EventFeed.NDJSON})
    @Operation(operationId = "readEvents", summary = "Events by number", description = """
                    Every number from `from` on, in order. What concerns no division of the caller's is a number and a \
                    hash. As JSON in pages; as `application/x-ndjson` all at once, one event a line, the very bytes \
                    that stand on Kafka.""")
    @APIResponse(responseCode = "200", description = "Events. `next` is the number to go on from, now or later.")
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    public Response read(
            @QueryParam("from") @DefaultValue("0") @Parameter(description = "The first number.", example = "0")
                    long from,
            @QueryParam("limit") @DefaultValue("100") @Parameter(description = "Of a JSON page, 1 to 1000.") int limit,
            @BeanParam EventFilter filter,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context UriInfo uri) {
        return wantsLines(accept) ? feed.stream(from, filter) : feed.page(from, limit, filter, uri);
    }

    /** Whether the reader asks for lines rather than pages. */
    public static boolean wantsLines(@Nullable String accept) {
        return accept != null && accept.contains(EventFeed.NDJSON);
    }
}
