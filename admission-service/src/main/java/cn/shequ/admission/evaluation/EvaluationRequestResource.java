package cn.shequ.admission.evaluation;

import cn.shequ.admission.task.Reason;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

/** What bodies ask to have evaluated in communities. */
@Path("/v1/evaluation-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "evaluation-requests",
        description = "Items of a year's evaluation, asked of the leading group of the body's own level (Art. 7).")
@RunOnVirtualThread
public class EvaluationRequestResource {

    private final EvaluationDesk desk;
    private final EvaluationAccess access;
    private final EvaluationRequests requests;
    private final Jurisdiction jurisdiction;
    private final Callers callers;

    EvaluationRequestResource(
            EvaluationDesk desk,
            EvaluationAccess access,
            EvaluationRequests requests,
            Jurisdiction jurisdiction,
            Callers callers) {
        this.desk = desk;
        this.access = access;
        this.requests = requests;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.DEPARTMENT_OFFICER)
    @Operation(
            operationId = "requestEvaluation",
            summary = "Ask for an item of a year's evaluation",
            description =
                    "By a department for itself, until the day of the rulebook's row `evaluation.request-by`, for as many"
                            + " years ahead as `evaluation.years-ahead` says, with a document of the municipal Party"
                            + " committee, of the municipal government, or of a competent department above the city and"
                            + " above its own level.")
    @APIResponse(
            responseCode = "201",
            description = "Submitted to the group of the department's own level.",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`other-department`: the caller is of none.")
    @APIResponse(responseCode = "409", description = "`evaluation-requested`")
    @APIResponse(
            responseCode = "422",
            description = "`evaluation-request-late`, `formal-document-not-enough`, `formal-document-of-no-department`,"
                    + " `formal-document-of-elsewhere`, `evaluation-without-group` (Art. 7),"
                    + " `evaluation-too-far-ahead`, `form-contradictory`, `department-unknown`")
    public Response submit(NewEvaluationRequest asked) {
        EvaluationRequest request = desk.submit(asked);
        return Response.created(URI.create("/v1/evaluation-requests/" + request.id()))
                .entity(access.view(request))
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.DEPARTMENT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listEvaluationRequests",
            summary = "What was asked of the groups of the caller's territory",
            description = "In the order in which it was asked; a department's officer sees what the own department or"
                    + " its predecessors asked.")
    @APIResponse(
            responseCode = "200",
            description = "A page of requests.",
            content = @Content(schema = @Schema(implementation = EvaluationRequest[].class)))
    public Response list(
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("stage") @Nullable EvaluationStage stage,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return requests.list(year, stage, callers.current().onlyDepartment(), jurisdiction.bindings(), page)
                .answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.DEPARTMENT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getEvaluationRequest",
            summary = "One request, with the votes and the decision of the group")
    @APIResponse(
            responseCode = "200",
            description = "The request.",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public EvaluationView get(@PathParam("id") UUID id) {
        return access.seen(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.DEPARTMENT_OFFICER)
    @Operation(
            operationId = "withdrawEvaluationRequest",
            summary = "Withdraw a request, as the department that made it or has taken its place",
            description = "Until the group has decided.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn.",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`evaluation-stage-forbids`, `already-acted`")
    public Response withdraw(@PathParam("id") UUID id, Reason reason) {
        return Response.ok(access.view(desk.withdraw(id, reason.reason()))).build();
    }
}
