package cn.shequ.funding.disclosure;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Disclosures over HTTP, for everybody. */
@Path("/v1/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "disclosures", description = "The use of each community's money, made public (公开, Art. 16).")
@RunOnVirtualThread
public class DisclosureResource {

    private final Disclosures disclosures;
    private final DisclosureQuestions questions;

    DisclosureResource(Disclosures disclosures, DisclosureQuestions questions) {
        this.disclosures = disclosures;
        this.questions = questions;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listDisclosures", summary = "Disclosures, for everybody", description = """
                    Public. In the order of publication; a correction names the version it takes the place of, which stays.
                    Each closes: opening + moneyIn − moneyOut = closing, of the entries below `logSize`.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of disclosures.",
            content = @Content(schema = @Schema(implementation = Disclosure[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("community") @Parameter(example = "220102001001") @Nullable DivisionCode community,
            @QueryParam("on")
                    @Parameter(description = "Of the period that has this day.", example = "2026-08-01")
                    @Nullable
                    LocalDate on,
            @Context UriInfo uri) {
        return disclosures.list(page, community, on).answer(uri);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getDisclosure", summary = "One disclosure", description = "Public. It never changes.")
    @APIResponse(responseCode = "200", description = "The disclosure.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Disclosure get(@PathParam("id") UUID id) {
        return disclosures.get(id);
    }

    @GET
    @Path("/{id}/lines")
    @PermitAll
    @Operation(operationId = "listDisclosureLines", summary = "Every receipt and expenditure", description = """
                    Public, in the order of booking. A natural person who was paid is masked; an organisation is named.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of lines.",
            content = @Content(schema = @Schema(implementation = DisclosureLine[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response lines(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return disclosures.lines(disclosures.get(id).id(), page).answer(uri);
    }

    @GET
    @Path("/{id}/obligations")
    @PermitAll
    @Operation(
            operationId = "listDisclosureObligations",
            summary = "What was owed to the community and came late or short",
            description = "Public, the oldest due first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of obligations.",
            content = @Content(schema = @Schema(implementation = OverdueObligation[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response obligations(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return disclosures.overdue(disclosures.get(id).id(), page).answer(uri);
    }

    @GET
    @Path("/{id}/questions")
    @PermitAll
    @Operation(
            operationId = "listDisclosureQuestions",
            summary = "What residents asked, and the answers",
            description = "Public, in the order of asking, without who asked.")
    @APIResponse(
            responseCode = "200",
            description = "A page of questions.",
            content = @Content(schema = @Schema(implementation = DisclosureQuestion[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response questions(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return questions.of(disclosures.get(id).id(), page).answer(uri);
    }
}
