package cn.shequ.funding.purchase;

import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open contracting data over HTTP, for everybody. */
@Path("/v1/purchases/ocds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "open-contracting", description = "Purchases as releases of the Open Contracting Data Standard 1.1.")
@RunOnVirtualThread
public class OcdsResource {

    private final Publishing publishing;

    OcdsResource(Publishing publishing) {
        this.publishing = publishing;
    }

    @GET
    @Path("/releases")
    @PermitAll
    @Operation(
            operationId = "readOcdsReleases",
            summary = "All releases, in order",
            description =
                    "Public. An OCDS 1.1 release package of at most `limit` releases after the one numbered `after`; "
                            + "the Link header leads on until there is none.")
    @APIResponse(responseCode = "200", description = "A release package.")
    @APIResponse(responseCode = "204", description = "No further release yet.")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public Response releases(
            @QueryParam("after") @DefaultValue("0") @Parameter(example = "0") long after,
            @QueryParam("limit") @DefaultValue("100") @Parameter(description = "1 to 200.", example = "100")
                    int limit) {
        if (limit < 1 || limit > PageRequest.MOST) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of("limit", "out-of-range", Map.of("least", 1, "most", PageRequest.MOST)));
        }
        return publishing
                .after(after, limit)
                .map(part -> Response.ok(part.content())
                        .links(Link.fromUri("?after=" + part.last() + "&limit=" + limit)
                                .rel("next")
                                .build()))
                .orElseGet(Response::noContent)
                .build();
    }

    @GET
    @Path("/releases/{ocid}")
    @PermitAll
    @Operation(
            operationId = "readOcdsReleasesOfPurchase",
            summary = "The releases of one purchase",
            description = "Public. An OCDS 1.1 release package, oldest release first.")
    @APIResponse(responseCode = "200", description = "A release package.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response releases(@PathParam("ocid") String ocid) {
        return Response.ok(publishing.ofProcess(ocid)).build();
    }

    @GET
    @Path("/records/{ocid}")
    @PermitAll
    @Operation(
            operationId = "readOcdsRecord",
            summary = "The record of one purchase",
            description = "Public. An OCDS 1.1 record package with all releases of the purchase embedded.")
    @APIResponse(responseCode = "200", description = "A record package.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response record(@PathParam("ocid") String ocid) {
        return Response.ok(publishing.record(ocid)).build();
    }
}
