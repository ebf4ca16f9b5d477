package cn.shequ.kit.inbox;

import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The events that wait or failed, for those who run the platform. */
@Path("/v1/parked-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "parked-events", description = "Events of other services that could not have their effect here yet.")
@RunOnVirtualThread
public class ParkedEventResource {
    private final ParkedEvents parked;

    ParkedEventResource(ParkedEvents parked) {
        this.parked = parked;
    }

    @GET
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(
            operationId = "listParkedEvents",
            summary = "Events that wait for something not yet known, wait behind another, or failed",
            description = "In the order of their arrival. The content of the events is not shown.")
    @APIResponse(
            responseCode = "200",
            description = "A page of parked events.",
            content = @Content(schema = @Schema(implementation = ParkedEventView[].class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        List<ParkedEvent> found = parked.after(number(page.after()), page.limit() + 1);
        return Page.of(found, page, event -> Long.toString(event.id()))
                .map(ParkedEventView::of)
                .answer(uri);
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Transactional
    @Operation(
            operationId = "replayParkedEvent",
            summary = "Try a parked event again now",
            description = "To be used when what made it fail is repaired. Its effect still happens at most once.")
    @APIResponse(responseCode = "202", description = "It is being tried again; look at the list for the outcome.")
    @APIResponse(responseCode = "404", description = "There is no such parked event (any more).")
    public Response replay(@PathParam("id") long id) {
        if (!parked.release(id)) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        return Response.accepted().build();
    }

    private static long number(String cursor) {
        try {
            return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw Refusal.of(HttpProblem.INVALID_CURSOR);
        }
    }
}
