package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Forms that ask for the committee's opinion and seal. */
@Path("/v1/form-reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "form-reviews", description = "A seal field on a form stands on law or regulation, or goes (Art. 8).")
@RunOnVirtualThread
public class FormReviewResource {

    private final FormReviews reviews;

    FormReviewResource(FormReviews reviews) {
        this.reviews = reviews;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "reviewForm",
            summary = "Review a form with a field for the committee's seal",
            description =
                    "By the leading-group office of the body whose form it is. With a basis in law or regulation the field"
                            + " stands; without one it goes. A later review of the same form counts instead.")
    @APIResponse(
            responseCode = "201",
            description = "The review with its outcome.",
            content = @Content(schema = @Schema(implementation = FormReview.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(
            responseCode = "422",
            description = "`department-unknown`; `form-contradictory`: a basis that is no law")
    public Response review(NewFormReview form) {
        FormReview review = reviews.review(form);
        return Response.created(URI.create("/v1/form-reviews/" + review.id()))
                .entity(review)
                .build();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listFormReviews",
            summary = "Forms whose seal field stands or goes",
            description = "Public, in the order in which they were reviewed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reviews.",
            content = @Content(schema = @Schema(implementation = FormReview[].class)))
    public Response list(
            @QueryParam("division") @Nullable DivisionCode division,
            @QueryParam("department") @Nullable CreditCode department,
            @QueryParam("outcome") FormReview.@Nullable Outcome outcome,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return reviews.list(division, department, outcome, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getFormReview", summary = "One review of a form", description = "Public.")
    @APIResponse(
            responseCode = "200",
            description = "The review.",
            content = @Content(schema = @Schema(implementation = FormReview.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public FormReview get(@PathParam("id") UUID id) {
        return reviews.get(id);
    }
}
