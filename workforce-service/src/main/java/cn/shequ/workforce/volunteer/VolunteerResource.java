package cn.shequ.workforce.volunteer;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Problem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.workforce.WorkforceProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Registration, one's own data and the lists of a community (Art. 19). */
@Path("/v1/volunteers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "volunteers", description = "Who volunteers in a community (Art. 19).")
@RunOnVirtualThread
public class VolunteerResource {

    private static final String PROBLEM = Problem.MEDIA_TYPE;

    private final VolunteerRegister register;
    private final Volunteers volunteers;
    private final Callers callers;
    private final Jurisdiction jurisdiction;

    VolunteerResource(VolunteerRegister register, Volunteers volunteers, Callers callers, Jurisdiction jurisdiction) {
        this.register = register;
        this.volunteers = volunteers;
        this.callers = callers;
        this.jurisdiction = jurisdiction;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.RESIDENT)
    @Transactional
    @Idempotent
    @Operation(operationId = "registerVolunteer", summary = "Register as a volunteer", description = """
                    By the person, from a phone. A token that names a division registers there or below; one that names \
                    none chooses any community. A person is registered once; a minor needs a guardian's consent.""")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true, example = "volunteer-7f3c")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Registration.class),
                            examples = @ExampleObject(name = "A teacher", value = VolunteerExamples.REGISTRATION)))
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location is the volunteer's own registration.",
            content =
                    @Content(
                            schema = @Schema(implementation = VolunteerViews.Receipt.class),
                            examples = @ExampleObject(name = "Registered", value = VolunteerExamples.RECEIPT)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-request`: every wrong field at once.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "403",
            description = "`outside-jurisdiction`: the community is not in the token's division.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "`already-registered`: this account or this identity; which of them is not said.",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "Twice", value = VolunteerExamples.ALREADY_REGISTERED)))
    @APIResponse(
            responseCode = "422",
            description = "`consent-required`, `guardian-consent-required`, `guardian-not-kept`, `not-a-community`.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    public Response register(Registration registration) {
        Volunteer volunteer = register.register(callers.current(), registration);
        return Response.created(URI.create("/v1/volunteers/me"))
                .entity(VolunteerViews.Receipt.of(volunteer))
                .build();
    }

    @GET
    @Path("/me")
    @RolesAllowed(Roles.RESIDENT)
    @Operation(
            operationId = "readOwnVolunteerRegistration",
            summary = "What is kept about me",
            description = "All of it; the identity number masked.")
    @APIResponse(
            responseCode = "200",
            description = "The caller's registration.",
            content =
                    @Content(
                            schema = @Schema(implementation = VolunteerViews.Own.class),
                            examples = @ExampleObject(name = "Mine", value = VolunteerExamples.OWN)))
    @APIResponse(
            responseCode = "404",
            description = "`not-registered`.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    public Response own() {
        return volunteers
                .findBySubject(callers.current().subject())
                .map(volunteer -> notStored(Response.ok(VolunteerViews.Own.of(volunteer))))
                .orElseThrow(() -> Refusal.of(WorkforceProblem.NOT_REGISTERED));
    }

    @DELETE
    @Path("/me")
    @RolesAllowed(Roles.RESIDENT)
    @Transactional
    @Operation(
            operationId = "withdrawVolunteer",
            summary = "Withdraw, and have my data deleted",
            description =
                    "Everything that says who it was is deleted at once; the totals of past days stay as they are.")
    @APIResponse(responseCode = "204", description = "Withdrawn.")
    @APIResponse(
            responseCode = "404",
            description = "`not-registered`.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    public Response withdraw() {
        register.withdraw(callers.current());
        return Response.noContent().build();
    }

    @GET
    @RolesAllowed({Roles.SOCIAL_WORKER, Roles.COMMUNITY_OFFICER})
    @Operation(
            operationId = "listVolunteers",
            summary = "The volunteers of a community, masked",
            description = "For those who serve the community, in the order of ids. Every reading is on the trail.")
    @APIResponse(
            responseCode = "200",
            description = "A page of volunteers.",
            content =
                    @Content(
                            schema = @Schema(implementation = VolunteerViews.PageForOfficers.class),
                            examples = @ExampleObject(name = "One volunteer", value = VolunteerExamples.PAGE)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: no such division in the caller's territory.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    public Response list(
            @QueryParam("community") @NotNull @Parameter(required = true, example = "220102001001")
                    DivisionCode community,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        jurisdiction.requireAct(Reach.of(community));
        List<Volunteer> found = volunteers.in(community, lastSeen(page), page.limit() + 1);
        Response answer = Page.of(found, page, volunteer -> volunteer.id().toString())
                .map(VolunteerViews.ForOfficers::of)
                .answer(uri);
        return notStored(Response.fromResponse(answer));
    }

    private static @Nullable UUID lastSeen(PageRequest page) {
        try {
            return page.after().isEmpty() ? null : UUID.fromString(page.after());
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.of(HttpProblem.INVALID_CURSOR);
        }
    }

    /** Personal data is not left behind in caches on the way. */
    private static Response notStored(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
