package cn.shequ.admission.consultation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Problems;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
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

/** What bodies start in a subdistrict's territory. */
@Path("/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consultations", description = "The subdistrict office is told beforehand, and answers (Art. 2).")
@RunOnVirtualThread
public class ConsultationResource {

    private final ConsultationDesk desk;
    private final SubdistrictAnswers office;
    private final Problems problems;

    ConsultationResource(ConsultationDesk desk, SubdistrictAnswers office, Problems problems) {
        this.desk = desk;
        this.office = office;
        this.problems = problems;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.DEPARTMENT_OFFICER)
    @Operation(
            operationId = "notifySubdistrict",
            summary = "Tell a subdistrict office what is about to start in its territory",
            description = "For the department of the token. What starts today or has begun was not told beforehand: it"
                    + " is refused and kept as not notified under `attemptId`.")
    @APIResponse(
            responseCode = "201",
            description = "The office is told and answers by `answerBy`, in working days.",
            content = @Content(schema = @Schema(implementation = Consultation.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(
            responseCode = "422",
            description = "`action-not-notified` (Art. 2, kept as `attemptId`), `department-unknown`")
    public Response notify(NewConsultation asked) {
        Consultation consultation = desk.notify(asked);
        return consultation.stage() == Consultation.Stage.UNNOTIFIED
                ? problems.recorded(
                        Refusal.of(AdmissionProblem.ACTION_NOT_NOTIFIED)
                                .with("startsOn", consultation.startsOn())
                                .with("today", consultation.recordedOn()),
                        consultation.id())
                : created(consultation);
    }

    @POST
    @Path("/unnotified")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.SUBDISTRICT_OFFICER)
    @Operation(
            operationId = "recordUnnotifiedAction",
            summary = "Record an action that the office was not told of",
            description = "By the subdistrict office, of any body that started something in its territory.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, citing Art. 2.",
            content = @Content(schema = @Schema(implementation = Consultation.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field, a day to come among them.")
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(responseCode = "422", description = "`department-unknown`")
    public Response record(UnnotifiedAction found) {
        return created(desk.record(found));
    }

    private static Response created(Consultation consultation) {
        return Response.created(URI.create("/v1/consultations/" + consultation.id()))
                .entity(consultation)
                .build();
    }

    @POST
    @Path("/{id}/answer")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.SUBDISTRICT_OFFICER)
    @Operation(
            operationId = "answerConsultation",
            summary = "Agree, agree with conditions, or object",
            description = "By the subdistrict office, once; also when its time is over. Conditions and objections are"
                    + " reasoned.")
    @APIResponse(
            responseCode = "200",
            description = "The consultation with its answer.",
            content = @Content(schema = @Schema(implementation = Consultation.class)))
    @APIResponse(responseCode = "404", description = "`not-found`: outside the territory")
    @APIResponse(responseCode = "409", description = "`consultation-ended`, `already-acted`")
    @APIResponse(responseCode = "422", description = "`form-contradictory`")
    public Response answer(@PathParam("id") UUID id, ConsultationAnswer answer) {
        return Response.ok(office.answer(id, answer)).build();
    }

    @GET
    @RolesAllowed({
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listConsultations",
            summary = "What is started in the caller's territory",
            description = "In the order in which it was recorded; `overdue` says which answers are missing. A"
                    + " department's officer sees its own.")
    @APIResponse(
            responseCode = "200",
            description = "A page of consultations.",
            content = @Content(schema = @Schema(implementation = Consultation[].class)))
    public Response list(
            @QueryParam("division") @Nullable DivisionCode division,
            @QueryParam("stage") Consultation.@Nullable Stage stage,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return office.list(division, stage, overdue, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.DEPARTMENT_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getConsultation",
            summary = "One consultation",
            description = "For those who serve the subdistrict or a division above it, and for the body that acts.")
    @APIResponse(
            responseCode = "200",
            description = "The consultation.",
            content = @Content(schema = @Schema(implementation = Consultation.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Consultation get(@PathParam("id") UUID id) {
        return office.seen(id);
    }
}
