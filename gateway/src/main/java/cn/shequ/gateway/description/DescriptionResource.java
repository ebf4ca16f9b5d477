package cn.shequ.gateway.description;

import io.vertx.core.Future;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One description of everything the suite offers, for programs; people read it at {@code /api/docs/}. */
@Path("/api")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "description")
public class DescriptionResource {
    private final Descriptions descriptions;

    DescriptionResource(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    @GET
    @Path("openapi")
    @PermitAll
    @Operation(
            operationId = "openApi",
            summary = "The OpenAPI document of all services together",
            description = "Public. A service that cannot be asked is listed in x-missing, with the reason.")
    @APIResponse(responseCode = "200", description = "An OpenAPI 3.1 document")
    public CompletionStage<byte[]> openApi() {
        return descriptions.openApi().toCompletionStage();
    }

    @GET
    @Path("asyncapi")
    @PermitAll
    @Operation(
            operationId = "asyncApi",
            summary = "The AsyncAPI document of all events",
            description = "Public. Self-contained: schemas and one sample per event are in it.")
    @APIResponse(responseCode = "200", description = "An AsyncAPI 3 document")
    public CompletionStage<byte[]> asyncApi() {
        return Future.succeededFuture(descriptions.asyncApi()).toCompletionStage();
    }
}
