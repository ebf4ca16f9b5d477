package cn.shequ.facilities.development;

import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Problems;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The review of plans (Art. 13): approved at the standard, below it not. */
@Path("/v1/developments/{id}/planning-reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "developments")
@RunOnVirtualThread
public class PlanningReviewResource {

    private static final String ID = "0192f0c1-2f6a-7c3e-8a51-5f0c6e1d2b3a";

    private final Planning planning;
    private final PlanningReviews reviews;
    private final Problems problems;

    PlanningReviewResource(Planning planning, PlanningReviews reviews, Problems problems) {
        this.planning = planning;
        this.reviews = reviews;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLANNING_OFFICER)
    @Transactional
    @Idempotent
    @Operation(operationId = "reviewPlan", summary = "Review the present plan (Art. 13)", description = """
                    Approved only when area × 100 ≥ households × 30 m², over the development and for all phases up to \
                    each. A plan below that is not approved: the answer names what is required, planned and missing, \
                    and the rejected review is kept under `attemptId`.""")
    @APIResponse(responseCode = "201", description = "The plan is approved.")
    @APIResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`, `idempotency-key-required`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`plan-already-reviewed`, `plan-superseded`")
    @APIResponse(
            responseCode = "422",
            description = "`plan-below-standard` (Art. 13, kept as `attemptId`), `idempotency-key-reused`")
    public Response review(@PathParam("id") @Parameter(example = ID) UUID id, NewReview asked) {
        Planning.Reviewed reviewed = planning.review(id, asked);
        PlanningReview review = reviewed.review();
        return reviewed.refusal()
                .map(refusal -> problems.recorded(refusal, review.id()))
                .orElseGet(() -> Response.created(
                                URI.create("/v1/developments/" + id + "/planning-reviews/" + review.id()))
                        .entity(review)
                        .build());
    }

    @GET
    @RolesAllowed({
        Roles.PLANNING_OFFICER,
        Roles.CONSTRUCTION_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.AUDITOR
    })
    @Operation(operationId = "listPlanningReviews", summary = "The reviews of a development's plans, rejected ones too")
    @APIResponse(responseCode = "200", description = "A page of reviews: `items`, and `next` when there are more.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response list(
            @PathParam("id") @Parameter(example = ID) UUID id,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        planning.visible(id);
        return Page.of(reviews.of(id, page), page, PlanningReviews::key).answer(uri);
    }

    @GET
    @Path("/{review}")
    @RolesAllowed({
        Roles.PLANNING_OFFICER,
        Roles.CONSTRUCTION_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.AUDITOR
    })
    @Operation(operationId = "readPlanningReview", summary = "One review")
    @APIResponse(responseCode = "200", description = "The review with its figures and the rule that decided.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public PlanningReview read(
            @PathParam("id") @Parameter(example = ID) UUID id,
            @PathParam("review") @Parameter(example = ID) UUID review) {
        planning.visible(id);
        return reviews.find(id, review).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
