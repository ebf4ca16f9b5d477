package cn.shequ.workforce.committee;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Problem;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Elections of residents' committees, for those who serve the territory; results are announced by the communities. */
@Path("/v1/committee-terms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "committees", description = "When residents' committees were elected, and until when they serve (Art. 20).")
@RunOnVirtualThread
public class CommitteeTermResource {

    private static final String PROBLEM = Problem.MEDIA_TYPE;

    private final ElectionDesk desk;
    private final CommitteeTerms terms;
    private final Jurisdiction jurisdiction;

    CommitteeTermResource(ElectionDesk desk, CommitteeTerms terms, Jurisdiction jurisdiction) {
        this.desk = desk;
        this.terms = terms;
        this.jurisdiction = jurisdiction;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_OFFICER)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "recordCommitteeElection",
            summary = "Record the election of a residents' committee",
            description = """
                    By its subdistrict office, in the order of the elections. A committee has one director; with deputies \
                    and members it is as many people as the rows `committee.fewest-members` and `committee.most-members` \
                    of election day say, and serves as long as `committee.term` says. Persons are not recorded.""")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true, example = "election-huayang-11")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; others are told by `committee-elected`.",
            content = @Content(schema = @Schema(implementation = CommitteeTerm.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-request`: every wrong field at once.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: outside the territory",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "`election-recorded`: of the same day, perhaps by somebody else at this moment.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "`election-outside-community`, `election-to-come`, `election-before-the-last`,"
                    + " `committee-too-small`, `committee-too-large`, `early-election-without-grounds`,"
                    + " `election-is-not-early`, `term-number-does-not-follow`.",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "Four people", value = """
                                    {"type": "urn:shequ:problem:committee-too-small", "title": "Too few people for a committee",
                                     "status": 422, "detail": "Director, deputies and members together are 5 or more; this committee has 4.",
                                     "instance": "/v1/committee-terms", "code": "committee-too-small",
                                     "rule": "committee.fewest-members@2",
                                     "figures": {"required": 5, "actual": 4}}""")))
    public Response record(NewCommitteeTerm term) {
        CommitteeTerm recorded = desk.record(term);
        return Response.created(URI.create("/v1/committee-terms/" + recorded.id()))
                .entity(recorded)
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listCommitteeTerms",
            summary = "Terms of committees in the caller's territory",
            description = "Past ones as well, in the order in which they were recorded.")
    @APIResponse(
            responseCode = "200",
            description = "A page of terms.",
            content = @Content(schema = @Schema(implementation = CommitteeTerm[].class)))
    public Response list(
            @QueryParam("community") @Parameter(example = "220102001001") @Nullable DivisionCode community,
            @QueryParam("division")
                    @Parameter(description = "A community, or a division in which the communities lie.")
                    @Nullable
                    DivisionCode division,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return terms.list(community, division, jurisdiction.bindings(), page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getCommitteeTerm",
            summary = "One term of a committee",
            description = "For those who serve the community or a division above it.")
    @APIResponse(
            responseCode = "200",
            description = "The term.",
            content = @Content(schema = @Schema(implementation = CommitteeTerm.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    public CommitteeTerm get(@PathParam("id") UUID id) {
        return desk.seen(id);
    }
}
