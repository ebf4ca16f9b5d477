package cn.shequ.funding.log;

import cn.shequ.kit.eventlog.KeyRotation;
import cn.shequ.kit.eventlog.LogKeys;
import cn.shequ.kit.eventlog.LogSigner;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The keys that sign checkpoints: shown to everybody, replaced by the city's operator. */
@Path("/v1/fund-events")
@Tag(name = "fund-events")
@RunOnVirtualThread
public class FundLogKeyResource {

    private static final String PRESENTLY = "no-cache";

    private final LogKeys keys;
    private final LogSigner signer;
    private final KeyRotating rotating;
    private final Clock clock;

    FundLogKeyResource(LogKeys keys, LogSigner signer, KeyRotating rotating, Clock clock) {
        this.keys = keys;
        this.signer = signer;
        this.rotating = rotating;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param overlapUntil until when {@code previousKeyHash} signs too
     */
    public record RotationView(
            String keyHash, String key, String previousKeyHash, Instant signsFrom, Instant overlapUntil) {

        static RotationView of(KeyRotation rotation) {
            return new RotationView(
                    rotation.key().hash(),
                    rotation.key().toString(),
                    rotation.previous().hash(),
                    rotation.signsFrom(),
                    rotation.overlapUntil());
        }
    }

    @GET
    @Path("/key")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "readFundLogKey",
            summary = "The newest key that signs checkpoints",
            description = "Public. As the text of a C2SP verifier key. Trust it only when it agrees with what was "
                    + "published elsewhere.")
    @APIResponse(responseCode = "200", description = "The key's text.")
    public Response key() {
        return Response.ok(signer.key() + "\n", MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, PRESENTLY)
                .build();
    }

    @GET
    @Path("/keys")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "readFundLogKeys",
            summary = "Every key that ever signed checkpoints",
            description = "Public. The first one first, each with its time, so that old checkpoints still verify. As "
                    + "`text/plain` one verifier key a line, the newest first, as `./shequ verify --key=` takes it.")
    @APIResponse(
            responseCode = "200",
            description = "The keys.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LogKeyView[].class)))
    public Response keys(@HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Response.ResponseBuilder answer = accept != null && accept.startsWith(MediaType.TEXT_PLAIN)
                ? Response.ok(keys.text(), MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                : Response.ok(
                        keys.all().stream()
                                .map(key -> LogKeyView.of(key, clock.instant()))
                                .toList(),
                        MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.CACHE_CONTROL, PRESENTLY).build();
    }

    @POST
    @Path("/key-rotations")
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rotateFundLogKey", summary = "Let a prepared key sign the log", description = """
                    The key's file lies ready in the key directory of every process (docs/operations.md). From now on \
                    the new key signs every checkpoint, until the overlap ends the previous one too; the event \
                    `log-key-rotated` says so in the log itself, in the same transaction. Asked again, the operation \
                    answers what was done the first time and does nothing.""")
    @APIResponse(
            responseCode = "200",
            description = "The key signs.",
            content = @Content(schema = @Schema(implementation = RotationView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: the key is the city's")
    @APIResponse(responseCode = "409", description = "log-key-retired: a replaced key never signs again")
    @APIResponse(responseCode = "422", description = "log-key-not-prepared: no such key is laid ready")
    public RotationView rotate(@NotNull @Valid NewKeyRotation wanted) {
        return RotationView.of(rotating.rotate(wanted));
    }
}
