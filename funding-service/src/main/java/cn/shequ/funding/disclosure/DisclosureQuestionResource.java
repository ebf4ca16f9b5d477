package cn.shequ.funding.disclosure;

import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Residents' questions that wait, and answers to them, over HTTP. */
@Path("/v1/disclosure-questions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "disclosures")
@RunOnVirtualThread
public class DisclosureQuestionResource {

    private final DisclosureAsking asking;
    private final DisclosureQuestions questions;
    private final Clock clock;

    DisclosureQuestionResource(DisclosureAsking asking, DisclosureQuestions questions, Clock clock) {
        this.asking = asking;
        this.questions = questions;
        this.clock = clock;
    }

    @POST
    @Path("/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "answerDisclosureQuestion",
            summary = "Answer a resident's question",
            description = "Once, by the office of the community's subdistrict. The answer is public.")
    @APIResponse(
            responseCode = "200",
            description = "The question with its answer.",
            content = @Content(schema = @Schema(implementation = DisclosureQuestion.class)))
    @APIResponse(responseCode = "403", description = "outside-jurisdiction: of another subdistrict.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "question-already-answered")
    public Response answer(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewAnswer.class),
                                            examples = @ExampleObject(value = "{\"answer\": \"已于9月20日支付，见本期第3行。\"}")))
                    NewAnswer answer) {
        return Response.ok(asking.answer(id, answer)).build();
    }

    @GET
    @RolesAllowed({
        Roles.SUBDISTRICT_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.COMMUNITY_OFFICER,
        Roles.FINANCE_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listOpenDisclosureQuestions",
            summary = "Questions that wait for an answer",
            description = "In the caller's territory; with `overdue` only those whose time is over.")
    @APIResponse(
            responseCode = "200",
            description = "A page of questions.",
            content = @Content(schema = @Schema(implementation = DisclosureQuestion[].class)))
    public Response open(
            @BeanParam PageRequest page,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @Context UriInfo uri) {
        return questions.open(page, overdue, LocalDate.now(clock)).answer(uri);
    }
}
