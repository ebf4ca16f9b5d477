package cn.shequ.admission.duty;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.CityAuthority;
import cn.shequ.admission.scope.Domains;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue of duties that are not shifted onto committees. */
@Path("/v1/office-duties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "office-duties",
        description = "What belongs to a department or subdistrict office and stays there (Art. 1 to 3, 6).")
@RunOnVirtualThread
public class OfficeDutyResource {

    private final OfficeDuties duties;
    private final StatutoryDuties committees;
    private final CityAuthority cityAuthority;

    OfficeDutyResource(OfficeDuties duties, StatutoryDuties committees, CityAuthority cityAuthority) {
        this.duties = duties;
        this.committees = committees;
        this.cityAuthority = cityAuthority;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.CIVIL_AFFAIRS_OFFICER)
    @Operation(
            operationId = "addOfficeDuty",
            summary = "Enter a duty of a department or subdistrict office",
            description = "For the city's civil affairs officer: the catalogue holds for the whole city. From its first"
                    + " day on nobody asks it of a community.")
    @APIResponse(
            responseCode = "201",
            description = "Entered.",
            content = @Content(schema = @Schema(implementation = OfficeDuty.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: not the city's officer.")
    @APIResponse(responseCode = "409", description = "`duty-exists`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`economic-duty-of-subdistrict` (Art. 1, 3); `duty-of-committees`: a domain or statutory duty")
    public Response add(OfficeDuty duty) {
        cityAuthority.require();
        if (duty.validTo() != null && duty.validTo().isBefore(duty.validFrom())) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("validTo", "date-order"));
        }
        if (!duty.isWithItsOwner()) {
            throw Refusal.of(AdmissionProblem.ECONOMIC_DUTY_OF_SUBDISTRICT).with("code", duty.code());
        }
        if (Domains.isDomain(duty.code()) || lawGivesItToCommittees(duty)) {
            throw Refusal.of(AdmissionProblem.DUTY_OF_COMMITTEES).with("code", duty.code());
        }
        if (!duties.add(duty)) {
            throw Refusal.of(AdmissionProblem.DUTY_EXISTS).with("code", duty.code());
        }
        return Response.created(URI.create("/v1/office-duties/" + duty.code()))
                .entity(duty)
                .build();
    }

    /** What law gave to committees once, and no more when the office's duty begins, is no hindrance. */
    private boolean lawGivesItToCommittees(OfficeDuty duty) {
        return committees
                .find(duty.code())
                .filter(law -> law.validTo() == null || !law.validTo().isBefore(duty.validFrom()))
                .isPresent();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listOfficeDuties",
            summary = "The duties that offices keep to themselves",
            description = "Public, in the order of codes.")
    @APIResponse(
            responseCode = "200",
            description = "A page of duties.",
            content = @Content(schema = @Schema(implementation = OfficeDuty[].class)))
    public Response list(
            @QueryParam("owner") OfficeDuty.@Nullable Owner owner, @BeanParam PageRequest page, @Context UriInfo uri) {
        return duties.list(owner, page).answer(uri);
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getOfficeDuty", summary = "One duty of an office", description = "Public.")
    @APIResponse(
            responseCode = "200",
            description = "The duty.",
            content = @Content(schema = @Schema(implementation = OfficeDuty.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public OfficeDuty get(@PathParam("code") String code) {
        return duties.find(code).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
