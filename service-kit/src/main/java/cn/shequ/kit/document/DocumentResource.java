package cn.shequ.kit.document;

import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Documents over HTTP: sent in one request, fetched whole or in ranges. */
@Path("/v1/documents")
@Tag(name = "documents", description = "Evidence and attachments, known by the SHA-256 of their bytes.")
@IfBuildProperty(name = "shequ.documents.enabled", stringValue = "true")
@RunOnVirtualThread
public class DocumentResource {

    private static final String CONTENT_DIGEST = "Content-Digest";
    private static final Pattern SHA_256 = Pattern.compile("(?:^|[ ,])sha-256=:([A-Za-z0-9+/]{43}=):");
    private static final int BUFFER = 1 << 16;

    private final Uploads uploads;
    private final Documents documents;

    DocumentResource(Uploads uploads, Documents documents) {
        this.uploads = uploads;
        this.documents = documents;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
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
    @Operation(operationId = "uploadDocument", summary = "Send a document in one request", description = """
                    The body is the document. Its type is found in its bytes: PDF, PNG, JPEG, OFD, XLSX, DOCX, plain text
                    and CSV are taken. The same bytes are kept once, so a repetition changes nothing. Until it is attached
                    to something, only who sent it sees it. With Content-Digest (RFC 9530) a damaged body is refused.""")
    @APIResponse(
            responseCode = "201",
            description = "Kept. Name it by its digest where evidence is asked for.",
            content = @Content(schema = @Schema(implementation = Document.View.class)))
    @APIResponse(responseCode = "400", description = "digest-malformed")
    @APIResponse(responseCode = "413", description = "document-too-large, body-too-large: send it in parts")
    @APIResponse(responseCode = "415", description = "document-type-not-taken")
    @APIResponse(responseCode = "422", description = "digest-mismatch, document-empty, too-much-unattached")
    public Response upload(
            @HeaderParam(CONTENT_DIGEST)
                    @Parameter(example = "sha-256=:P3m7e0NbBTIWUdrv03TNxoHcBvqmXjdOODN7iMoEbeo=:")
                    @Nullable
                    String digest,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body)
            throws IOException {
        Document document = uploads.take(body, announced(digest));
        return Response.created(URI.create("/v1/documents/" + document.digest()))
                .entity(document.view())
                .build();
    }

    private static @Nullable String announced(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher found = SHA_256.matcher(header);
        if (!found.find()) {
            throw Refusal.of(DocumentProblem.DIGEST_MALFORMED).with("header", header);
        }
        return HexFormat.of().formatHex(Base64.getDecoder().decode(found.group(1)));
    }

    @GET
    @Path("/{digest: [0-9a-f]{64}}")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.DEPARTMENT_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.AUDITOR
    })
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getDocument", summary = "The bytes of a document", description = """
                    For who sent it and for who may see what it belongs to. One range of bytes may be asked for; the entity
                    tag is the digest, so what was fetched can be checked against what was booked.""")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The range that was asked for.")
    @APIResponse(responseCode = "304", description = "The caller has it already.")
    @APIResponse(responseCode = "404", description = "not-found: no such document, or nothing the caller may see.")
    @APIResponse(responseCode = "416", description = "range-not-satisfiable")
    public Response get(
            @PathParam("digest") String digest,
            @HeaderParam("Range") @Parameter(example = "bytes=0-65535") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Document document = documents.toSee(digest);
        String tag = '"' + digest + '"';
        if (ifNoneMatch != null
                && (ifNoneMatch.contains(tag) || ifNoneMatch.strip().equals("*"))) {
            return guarded(Response.notModified(), document).build();
        }
        ByteRange part = ifRange == null || ifRange.strip().equals(tag) ? ByteRange.of(range, document.size()) : null;
        if (part == null) {
            return guarded(Response.ok(bytes(document, new ByteRange(0, document.size() - 1))), document)
                    .header(HttpHeaders.CONTENT_LENGTH, document.size())
                    .build();
        }
        return guarded(Response.status(Response.Status.PARTIAL_CONTENT).entity(bytes(document, part)), document)
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .header("Content-Range", part.header(document.size()))
                .build();
    }

    /** A browser shows nothing of it by itself, guesses nothing and runs nothing; nobody in between keeps it. */
    private static Response.ResponseBuilder guarded(Response.ResponseBuilder answer, Document document) {
        return answer.type(document.mediaType())
                .tag(document.digest())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + document.digest() + "." + FileType.extensionOf(document.mediaType())
                                + "\"");
    }

    private StreamingOutput bytes(Document document, ByteRange part) {
        return output -> {
            try (InputStream in = documents.open(document, part.first())) {
                copy(in, output, part.length());
            }
        };
    }

    private static void copy(InputStream in, OutputStream output, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (read < 0) {
                throw new IOException("the document ends " + left + " bytes too early");
            }
            output.write(buffer, 0, read);
            left -= read;
        }
    }
}
