package cn.shequ.funding.disclosure;

import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Residents' questions over HTTP, asked. */
@Path("/v1/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "disclosures")
@RunOnVirtualThread
public class DisclosureAskResource {

    private final DisclosureAsking asking;

    DisclosureAskResource(DisclosureAsking asking) {
        this.asking = asking;
    }

    @POST
    @Path("/{id}/questions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.RESIDENT)
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "askAboutDisclosure", summary = "Ask about a disclosure", description = """
                    A resident of the community. The question is public, who asked is not; the office answers within the
                    time of the rulebook.""")
    @APIResponse(
            responseCode = "201",
            description = "The question.",
            content = @Content(schema = @Schema(implementation = DisclosureQuestion.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: of another community.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response ask(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewQuestion.class),
                                            examples = @ExampleObject(value = "{\"question\": \"活动室维修款何时支付？\"}")))
                    NewQuestion question) {
        return Response.status(Response.Status.CREATED)
                .entity(asking.ask(id, question))
                .build();
    }
}
