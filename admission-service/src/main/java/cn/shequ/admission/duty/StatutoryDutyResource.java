package cn.shequ.admission.duty;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.CityAuthority;
import cn.shequ.admission.scope.Domains;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.imports.ImportReport;
import cn.shequ.kit.imports.ImportRequest;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of duties that need no admission. */
@Path("/v1/statutory-duties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statutory-duties", description = "What law expressly gives to residents' committees (Art. 4).")
@RunOnVirtualThread
public class StatutoryDutyResource {

    private static final String EXAMPLE = """
            code,titleZh,titleEn,basisKind,citationZh,citationEn,validFrom,validTo
            CIVIL_MEDIATION,调解民间纠纷,Mediate disputes among residents,LAW,《城市居民委员会组织法》第三条第（三）项,"Organic Law, Art. 3(3)",1990-01-01,
            """;

    private final StatutoryDuties duties;
    private final CityAuthority cityAuthority;
    private final DutyImports imports;

    StatutoryDutyResource(StatutoryDuties duties, CityAuthority cityAuthority, DutyImports imports) {
        this.duties = duties;
        this.cityAuthority = cityAuthority;
        this.imports = imports;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.CIVIL_AFFAIRS_OFFICER)
    @Operation(
            operationId = "addStatutoryDuty",
            summary = "Enter a duty that law expressly gives to residents' committees",
            description = "For the city's civil affairs officer: the catalogue holds for the whole city. The basis is "
                    + "the Party constitution, a law, an administrative or a local regulation.")
    @APIResponse(
            responseCode = "201",
            description = "Entered.",
            content = @Content(schema = @Schema(implementation = StatutoryDuty.class)))
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: not the city's officer.")
    @APIResponse(responseCode = "409", description = "`duty-exists`")
    @APIResponse(responseCode = "422", description = "`duty-names-a-domain`")
    public Response add(StatutoryDuty duty) {
        cityAuthority.require();
        if (Domains.isDomain(duty.code())) {
            throw Refusal.of(AdmissionProblem.DUTY_NAMES_A_DOMAIN).with("code", duty.code());
        }
        if (duty.validTo() != null && duty.validTo().isBefore(duty.validFrom())) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("validTo", "date-order"));
        }
        if (!duties.add(duty)) {
            throw Refusal.of(AdmissionProblem.DUTY_EXISTS).with("code", duty.code());
        }
        return Response.created(URI.create("/v1/statutory-duties/" + duty.code()))
                .entity(duty)
                .build();
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @Transactional
    @RolesAllowed(Roles.CIVIL_AFFAIRS_OFFICER)
    @Operation(operationId = "importStatutoryDuties", summary = "Enter statutory duties from CSV", description = """
                    For the city's civil affairs officer. UTF-8, columns \
                    code,titleZh,titleEn,basisKind,citationZh,citationEn,validFrom,validTo; validTo may be empty. What is on \
                    record just so changes nothing; what is on record otherwise is refused. All lines or none.""")
    @APIResponse(responseCode = "200", description = "What became of each line, or in a dry run would.")
    @APIResponse(
            responseCode = "400",
            description = "`csv-not-utf8`, `csv-malformed`, `csv-header`, `csv-too-many-rows`, `csv-without-rows`")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: not the city's officer.")
    @APIResponse(responseCode = "409", description = "`conflict`: something of it was entered meanwhile; send it again")
    @APIResponse(responseCode = "422", description = "`import-refused`, with every refused line in `errors`")
    public ImportReport importAll(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
                    byte[] csv,
            @BeanParam ImportRequest request) {
        cityAuthority.require();
        return request.answer(csv, DutyImports.COLUMNS, AdmissionProblem.IMPORT_REFUSED, imports::take);
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listStatutoryDuties",
            summary = "The duties that need no admission",
            description = "Public, in the order of codes.")
    @APIResponse(
            responseCode = "200",
            description = "A page of duties.",
            content = @Content(schema = @Schema(implementation = StatutoryDuty[].class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return duties.list(page).answer(uri);
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getStatutoryDuty", summary = "One statutory duty", description = "Public.")
    @APIResponse(
            responseCode = "200",
            description = "The duty.",
            content = @Content(schema = @Schema(implementation = StatutoryDuty.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public StatutoryDuty get(@PathParam("code") String code) {
        return duties.find(code).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
