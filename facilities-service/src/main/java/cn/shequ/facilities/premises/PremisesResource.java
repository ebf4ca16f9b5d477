package cn.shequ.facilities.premises;

import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Problems;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Service premises: kept by subdistrict and civil affairs, read by all who serve the territory. */
@Path("/v1/premises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "premises", description = "Service premises, their areas over time, and what must not be done with them.")
@RunOnVirtualThread
public class PremisesResource {

    private static final String PREMISES = "0192f0c1-2f6a-7c3e-8a51-5f0c6e1d2b3a";

    private final PremisesKeeping keeping;
    private final PremisesOnRecord record;
    private final Jurisdiction jurisdiction;
    private final Problems problems;

    PremisesResource(PremisesKeeping keeping, PremisesOnRecord record, Jurisdiction jurisdiction, Problems problems) {
        this.keeping = keeping;
        this.record = record;
        this.jurisdiction = jurisdiction;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "addPremises",
            summary = "Put service premises on record",
            description = "In a community of your territory. Premises that were handed over with a development belong"
                    + " to the district government (Art. 14).")
    @APIResponse(responseCode = "201", description = "The premises, with their ETag.")
    @APIResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`, `idempotency-key-required`")
    @APIResponse(responseCode = "404", description = "`not-found`: not a community of your territory")
    @APIResponse(
            responseCode = "422",
            description = "`premises-title` (Art. 14), `community-unknown`, `no-rule-on-day`, `idempotency-key-reused`")
    public Response add(NewPremises asked) {
        ServicePremises premises = keeping.add(asked);
        return Response.created(URI.create("/v1/premises/" + premises.id()))
                .header(HttpHeaders.ETAG, Version.etag(premises.version()))
                .entity(premises)
                .build();
    }

    @POST
    @Path("/{id}/area-changes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "changePremisesArea",
            summary = "Record another area from a day on",
            description = "Needs `If-Match` with the ETag that was read. An area of 0.00 gives the premises up.")
    @APIResponse(responseCode = "200", description = "The premises with all their areas, and their new ETag.")
    @APIResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`, `idempotency-key-required`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`area-day-taken`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(
            responseCode = "422",
            description = "`area-before-first`, `community-unknown`, `idempotency-key-reused`")
    @APIResponse(responseCode = "428", description = "`version-required`")
    public Response changeArea(
            @PathParam("id") @Parameter(example = PREMISES) UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(example = "\"1\"") @Nullable String ifMatch,
            NewArea asked) {
        ServicePremises premises = keeping.changeArea(id, ifMatch, asked);
        return Response.ok(premises)
                .header(HttpHeaders.ETAG, Version.etag(premises.version()))
                .build();
    }

    @POST
    @Path("/{id}/disposals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "disposeOfPremises",
            summary = "Lease out, transfer or mortgage premises",
            description = "Never those that were handed over with a development: that is refused (Art. 14) and the"
                    + " attempt is kept under `attemptId`.")
    @APIResponse(responseCode = "201", description = "The disposal of premises that were not handed over.")
    @APIResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`, `idempotency-key-required`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "422",
            description = "`disposal-prohibited` (Art. 14, kept as `attemptId`), `idempotency-key-reused`")
    public Response dispose(@PathParam("id") @Parameter(example = PREMISES) UUID id, NewDisposal asked) {
        RecordedDisposal disposal = keeping.dispose(id, asked);
        return disposal.refusal()
                .map(refusal -> problems.recorded(refusal, disposal.id()))
                .orElseGet(() -> Response.created(URI.create("/v1/premises/" + id + "/disposals/" + disposal.id()))
                        .entity(disposal)
                        .build());
    }

    @GET
    @RolesAllowed({
        Roles.SUBDISTRICT_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.PLANNING_OFFICER,
        Roles.CONSTRUCTION_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.AUDITOR
    })
    @Operation(operationId = "listPremises", summary = "The premises in your territory")
    @APIResponse(responseCode = "200", description = "A page of premises: `items`, and `next` when there are more.")
    @APIResponse(responseCode = "400", description = "`invalid-request`, `invalid-cursor`")
    public Response list(
            @QueryParam("community") @Parameter(example = "220102001001") @Nullable DivisionCode community,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(record.list(community, jurisdiction.bindings(), page), page, premises -> premises.id()
                        .toString())
                .answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.SUBDISTRICT_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.PLANNING_OFFICER,
        Roles.CONSTRUCTION_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.AUDITOR
    })
    @Operation(operationId = "readPremises", summary = "Premises of your territory, with their ETag")
    @APIResponse(responseCode = "200", description = "The premises with all their areas.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response read(@PathParam("id") @Parameter(example = PREMISES) UUID id) {
        ServicePremises premises = keeping.visible(id);
        return Response.ok(premises)
                .header(HttpHeaders.ETAG, Version.etag(premises.version()))
                .build();
    }
}
