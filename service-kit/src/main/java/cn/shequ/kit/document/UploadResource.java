package cn.shequ.kit.document;

import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Documents that come in parts, so that a broken line costs one part: the resumable upload of the IETF, in the small. */
@Path("/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "documents", description = "Evidence and attachments, known by the SHA-256 of their bytes.")
@IfBuildProperty(name = "shequ.documents.enabled", stringValue = "true")
@RunOnVirtualThread
public class UploadResource {

    /** How a part is marked, as the Internet draft on resumable uploads has it. */
    static final String PARTIAL_UPLOAD = "application/partial-upload";

    static final String OFFSET = "Upload-Offset";
    private static final String COMPLETE = "Upload-Complete";

    private final Uploads uploads;

    UploadResource(Uploads uploads) {
        this.uploads = uploads;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(operationId = "startUpload", summary = "Announce a document that will come in parts", description = """
                    With its size and the SHA-256 of its bytes. The bytes follow by PATCH, each part from where the last
                    one ended. What is never finished is forgotten after the rulebook's time.""")
    @APIResponse(
            responseCode = "201",
            description = "Send the bytes to the Location.",
            content = @Content(schema = @Schema(implementation = Upload.class)))
    @APIResponse(responseCode = "413", description = "document-too-large")
    @APIResponse(responseCode = "422", description = "too-much-unattached")
    public Response start(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewUpload.class),
                                            examples = @ExampleObject(value = """
                                    {"size": 18734211,
                                     "digest": "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"}""")))
                    NewUpload wanted) {
        Upload upload = uploads.start(wanted);
        return Response.created(URI.create("/v1/uploads/" + upload.id()))
                .header(OFFSET, upload.received())
                .entity(upload)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getUpload",
            summary = "How far an upload of the caller's own has come",
            description = "`received`, also in the header Upload-Offset, is where the next part begins.")
    @APIResponse(
            responseCode = "200",
            description = "The upload.",
            content = @Content(schema = @Schema(implementation = Upload.class)))
    @APIResponse(responseCode = "404", description = "not-found: finished, cancelled, forgotten or somebody else's.")
    public Response get(@PathParam("id") UUID id) {
        Upload upload = uploads.find(id);
        return Response.ok(upload).header(OFFSET, upload.received()).build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes({PARTIAL_UPLOAD, MediaType.WILDCARD})
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(operationId = "continueUpload", summary = "Send the next part", description = """
                    From the byte that Upload-Offset names. With the last part the document is complete: its bytes have
                    the announced SHA-256 and a type that is taken. A part that was cut off counts as far as it came.""")
    @APIResponse(responseCode = "204", description = "Taken; more is to come from Upload-Offset on.")
    @APIResponse(
            responseCode = "201",
            description = "Complete.",
            content = @Content(schema = @Schema(implementation = Document.View.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "upload-offset, with the offset to go on from")
    @APIResponse(responseCode = "413", description = "document-too-large: more than was announced")
    @APIResponse(responseCode = "415", description = "document-type-not-taken")
    @APIResponse(responseCode = "422", description = "digest-mismatch")
    public Response append(
            @PathParam("id") UUID id,
            @HeaderParam(OFFSET) @Parameter(required = true, example = "262144") @Nullable Long offset,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = PARTIAL_UPLOAD,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body)
            throws IOException {
        if (offset == null || offset < 0) {
            Upload upload = uploads.find(id);
            throw Refusal.of(DocumentProblem.UPLOAD_OFFSET)
                    .with("offset", offset == null ? "" : offset)
                    .with("received", upload.received());
        }
        Upload upload = uploads.append(id, offset, body);
        if (!upload.isWhole()) {
            return Response.noContent()
                    .header(OFFSET, upload.received())
                    .header(COMPLETE, "?0")
                    .build();
        }
        Document document = uploads.finish(upload);
        return Response.created(URI.create("/v1/documents/" + document.digest()))
                .header(OFFSET, document.size())
                .header(COMPLETE, "?1")
                .entity(document.view())
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "cancelUpload",
            summary = "Cancel an upload of the caller's own",
            description = "What arrived of it is forgotten at once. A complete document is not an upload any more.")
    @APIResponse(responseCode = "204", description = "Cancelled.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response cancel(@PathParam("id") UUID id) {
        uploads.cancel(uploads.find(id).id());
        return Response.noContent().build();
    }
}
