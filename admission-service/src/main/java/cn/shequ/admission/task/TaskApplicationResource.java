package cn.shequ.admission.task;

import cn.shequ.events.admission.ReviewEscalation;
import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.division.DivisionCode;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The approval form: written, submitted and withdrawn by a department, read by whom it concerns. */
@Path("/v1/task-applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "task-applications", description = "The Community Work Admission Approval Form (Art. 4, 5, 11).")
@RunOnVirtualThread
public class TaskApplicationResource {

    private final TaskApplications applications;
    private final ApplicantDesk desk;
    private final TaskAccess access;
    private final ApplicationViews views;
    private final Jurisdiction jurisdiction;
    private final Callers callers;

    TaskApplicationResource(
            TaskApplications applications,
            ApplicantDesk desk,
            TaskAccess access,
            ApplicationViews views,
            Jurisdiction jurisdiction,
            Callers callers) {
        this.applications = applications;
        this.desk = desk;
        this.access = access;
        this.views = views;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.DEPARTMENT_OFFICER)
    @Operation(
            operationId = "draftTaskApplication",
            summary = "Begin an approval form for the own department",
            description = "A draft may leave out anything; what it says must not contradict itself.")
    @APIResponse(
            responseCode = "201",
            description = "The draft, with its version as ETag.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "403", description = "`other-department`: the token names no department.")
    @APIResponse(responseCode = "422", description = "`form-contradictory`, `department-unknown`, `nothing-to-renew`")
    public Response draft(ApplicationForm form) {
        TaskApplication draft = desk.draft(form);
        return Response.created(URI.create("/v1/task-applications/" + draft.id()))
                .header(HttpHeaders.ETAG, Version.etag(draft.version()))
                .entity(views.of(draft))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Roles.DEPARTMENT_OFFICER)
    @Operation(
            operationId = "editTaskApplication",
            summary = "Replace the form of a draft or of a returned application",
            description = "If-Match names the version that is replaced.")
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "409", description = "`stage-forbids`: it was submitted already.")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "422", description = "`form-contradictory`, `nothing-to-renew`")
    @APIResponse(responseCode = "428", description = "`version-required`")
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ApplicationForm form) {
        return answer(desk.edit(id, ifMatch, form));
    }

    @GET
    @RolesAllowed({
        Roles.DEPARTMENT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listTaskApplications",
            summary = "Applications of the caller's territory, and those that concern a community of it",
            description =
                    "In the order in which they were begun. A department's officer sees the own department's. "
                            + "`overdue`: those for which the group's time is over (`admission.review-within`). They are before its "
                            + "principal leader, and after a second term (`admission.escalation-within`) before the next level up.")
    @APIResponse(
            responseCode = "200",
            description = "A page of applications.",
            content = @Content(schema = @Schema(implementation = TaskApplications.Summary[].class)))
    public Response list(
            @QueryParam("stage") @Nullable TaskStage stage,
            @QueryParam("division") @Nullable DivisionCode division,
            @QueryParam("decidedBy")
                    @Parameter(description = "Whose leading group decides, 12 digits.", example = "220102000000")
                    @Nullable
                    DivisionCode decidedBy,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("escalatedTo")
                    @Parameter(description = "Overdue ones that are before their group's leader, or the next level up.")
                    @Nullable
                    ReviewEscalation escalatedTo,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return applications
                .list(
                        stage,
                        division,
                        decidedBy,
                        overdue,
                        escalatedTo,
                        callers.current().onlyDepartment(),
                        jurisdiction.bindings(),
                        page)
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
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getTaskApplication",
            summary = "One application with its votes, its history and the counts of its placements",
            description = "The district, the subdistrict and the community it asks for see it too (Art. 2).")
    @APIResponse(
            responseCode = "200",
            description = "The application, with its version as ETag.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response get(@PathParam("id") UUID id) {
        return answer(access.seen(id));
    }

    @POST
    @Path("/{id}/submission")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.DEPARTMENT_OFFICER)
    @Operation(
            operationId = "submitTaskApplication",
            summary = "Submit the form to the leading group of the same level",
            description = "Everything that is missing is named at once. Whole divisions are expanded to their "
                    + "communities of this day, all inside the applicant's division.")
    @APIResponse(
            responseCode = "200",
            description = "Submitted.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "409", description = "`stage-forbids`, `already-acted`")
    @APIResponse(
            responseCode = "422",
            description = "`form-incomplete`, `area-outside-division`, `too-many-communities`, `validity-over`, "
                    + "`department-unknown`, `no-group-of-same-level`, `nothing-to-renew`")
    public Response submit(@PathParam("id") UUID id) {
        return answer(desk.submit(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.DEPARTMENT_OFFICER)
    @Operation(
            operationId = "withdrawTaskApplication",
            summary = "Withdraw an application before it is signed",
            description = "A withdrawn application stays on record.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "409", description = "`stage-forbids`: it was signed, decided against or withdrawn.")
    public Response withdraw(@PathParam("id") UUID id, Reason reason) {
        return answer(desk.withdraw(id, reason.reason()));
    }

    private Response answer(TaskApplication application) {
        return Response.ok(views.of(application))
                .header(HttpHeaders.ETAG, Version.etag(application.version()))
                .build();
    }
}
