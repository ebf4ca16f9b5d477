package cn.shequ.gateway.identity;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells the caller what the suite sees in the token. */
@Path("/api/me")
@Tag(name = "identity")
public class MeResource {
    private final JsonWebToken token;

    MeResource(JsonWebToken token) {
        this.token = token;
    }

    @GET
    @Authenticated
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "whoAmI", summary = "Who am I?", description = "Any role; the token alone decides.")
    @APIResponse(responseCode = "200", description = "Name, roles, division and department of the caller")
    @APIResponse(responseCode = "401", description = "No token, or one that did not pass the check")
    public Caller whoAmI() {
        return Caller.of(token);
    }
}
