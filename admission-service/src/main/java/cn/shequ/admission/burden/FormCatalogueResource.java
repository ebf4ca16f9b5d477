package cn.shequ.admission.burden;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.time.KnownDays;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue of statistical forms and ledgers. */
@Path("/v1/form-catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "form-catalogue",
        description = "The statistical forms and ledgers that are really needed; nothing else is asked for (Art. 7).")
@RunOnVirtualThread
public class FormCatalogueResource {

    private final FormCatalogueDesk desk;
    private final FormCatalogue catalogue;

    FormCatalogueResource(FormCatalogueDesk desk, FormCatalogue catalogue) {
        this.desk = desk;
        this.catalogue = catalogue;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "enterCatalogueForm",
            summary = "Enter a form or ledger that is really needed",
            description =
                    "By the leading-group office of the body that issues it, which may then ask the communities of"
                            + " its division for it, once in each period.")
    @APIResponse(
            responseCode = "201",
            description = "Entered.",
            content = @Content(schema = @Schema(implementation = CatalogueForm.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(
            responseCode = "422",
            description = "`department-unknown`; `form-contradictory`: no form, or a field that is asked for twice")
    public Response enter(NewCatalogueForm asked) {
        CatalogueForm form = desk.enter(asked);
        return Response.created(URI.create("/v1/form-catalogue/" + form.id()))
                .entity(form)
                .build();
    }

    @POST
    @Path("/{id}/end")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.LEADING_GROUP_OFFICE)
    @Operation(
            operationId = "endCatalogueForm",
            summary = "Set the last day of a form, merged into another or not",
            description =
                    "By the same office; today or a later day, once. A form that it is merged into stays in force.")
    @APIResponse(
            responseCode = "200",
            description = "The form with its last day.",
            content = @Content(schema = @Schema(implementation = CatalogueForm.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: a day that is over or before the first.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`catalogue-form-ended`")
    @APIResponse(responseCode = "422", description = "`form-contradictory`: merged into a form that does not stay")
    public Response end(@PathParam("id") UUID id, FormEnd end) {
        return Response.ok(desk.end(id, end)).build();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listCatalogueForms",
            summary = "The forms and ledgers of the catalogue",
            description = "Public, in the order in which they were entered.")
    @APIResponse(
            responseCode = "200",
            description = "A page of forms.",
            content = @Content(schema = @Schema(implementation = CatalogueForm[].class)))
    public Response list(
            @QueryParam("division") @Nullable DivisionCode division,
            @QueryParam("kind") @Nullable DemandKind kind,
            @QueryParam("on") @Parameter(description = "Only what is in force on this day.") @Nullable LocalDate on,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return catalogue
                .list(division, kind, on == null ? null : KnownDays.require("on", on), page)
                .answer(uri);
    }

    @GET
    @Path("/{id}/overlaps")
    @PermitAll
    @Operation(
            operationId = "listFormOverlaps",
            summary = "Forms that ask the same communities for the same fields as this one",
            description = "Public; what shares most comes first. They are to be merged, and what was filled in shared.")
    @APIResponse(
            responseCode = "200",
            description = "A page of pairs.",
            content = @Content(schema = @Schema(implementation = FormOverlap[].class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response overlaps(
            @PathParam("id") UUID id,
            @QueryParam("on") @Parameter(description = "The day, today when left out.") @Nullable LocalDate on,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return desk.overlaps(id, on, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getCatalogueForm", summary = "One form of the catalogue", description = "Public.")
    @APIResponse(
            responseCode = "200",
            description = "The form.",
            content = @Content(schema = @Schema(implementation = CatalogueForm.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public CatalogueForm get(@PathParam("id") UUID id) {
        return catalogue.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
