package cn.shequ.kit.eventlog;

import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Refills a lost topic from the log. */
@Path("/v1/event-republications")
@Tag(name = "events", description = "The service's event log.")
@RunOnVirtualThread
public class RepublicationResource {
    private final Publication publication;

    RepublicationResource(Publication publication) {
        this.publication = publication;
    }

    @POST
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Transactional
    @Operation(
            operationId = "republishEvents",
            summary = "Publish the event log on Kafka again, from a number on",
            description = "For a topic that was lost. Repeated events keep their ids, numbers and bytes, so readers"
                    + " that had them before do nothing.")
    @APIResponse(responseCode = "202", description = "The publisher goes on from that number.")
    @APIResponse(responseCode = "400", description = "The log does not reach that far.")
    public Response republish(@NotNull @Valid Republication wanted) {
        long size = publication.size();
        if (wanted.from() > size) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of("from", "out-of-range", Map.of("least", 0, "most", size)));
        }
        publication.restartFrom(wanted.from());
        return Response.accepted().build();
    }
}
