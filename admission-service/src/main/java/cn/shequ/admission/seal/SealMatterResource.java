package cn.shequ.admission.seal;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.CityAuthority;
import cn.shequ.admission.Contradictions;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The one catalogue of seal matters. */
@Path("/v1/seal-matters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "seal-matters", description = "What the committee's seal is set under, and what it is not (Art. 8).")
@RunOnVirtualThread
public class SealMatterResource {

    private static final String EXAMPLE = """
            code,kind,titleZh,titleEn,basisKind,citationZh,citationEn,validFrom,validTo
            RESIDENCE_OF_STUDENT,CERTIFICATE,学生居住情况证明,Certificate of residence,LOCAL_REGULATION,演示用地方性法规第一条,"For demonstration, Art. 1",2026-01-01,
            """;

    private final SealMatters matters;
    private final CityAuthority cityAuthority;
    private final Clock clock;
    private final SealMatterImports imports;

    SealMatterResource(SealMatters matters, CityAuthority cityAuthority, Clock clock, SealMatterImports imports) {
        this.matters = matters;
        this.cityAuthority = cityAuthority;
        this.clock = clock;
        this.imports = imports;
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.CIVIL_AFFAIRS_OFFICER)
    @Operation(
            operationId = "addSealMatter",
            summary = "Enter a seal matter",
            description =
                    "For the city's civil affairs officer: there is one catalogue for the whole city. A certificate"
                            + " names the law or regulation that it rests on.")
    @APIResponse(
            responseCode = "201",
            description = "Entered.",
            content = @Content(schema = @Schema(implementation = SealMatter.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: not the city's officer.")
    @APIResponse(responseCode = "409", description = "`seal-matter-exists`")
    @APIResponse(
            responseCode = "422",
            description = "`form-contradictory`: a certificate without law, an end before the beginning")
    public Response add(SealMatter matter) {
        cityAuthority.require();
        Contradictions.refuse(matter.findings());
        if (!matters.add(matter)) {
            throw Refusal.of(AdmissionProblem.SEAL_MATTER_EXISTS).with("code", matter.code());
        }
        return Response.created(URI.create("/v1/seal-matters/" + matter.code()))
                .entity(matter)
                .build();
    }

    @POST
    @Path("/{code}/end")
    @Transactional
    @Idempotent
    @RolesAllowed(Roles.CIVIL_AFFAIRS_OFFICER)
    @Operation(
            operationId = "endSealMatter",
            summary = "Set the last day of a seal matter",
            description = "For the city's civil affairs officer; today or a later day, once.")
    @APIResponse(
            responseCode = "200",
            description = "The matter with its last day.",
            content = @Content(schema = @Schema(implementation = SealMatter.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: a day that is over or before the first.")
    @APIResponse(responseCode = "403", description = "`outside-jurisdiction`: not the city's officer.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`seal-matter-ended`")
    public Response end(@PathParam("code") String code, LastDay last) {
        cityAuthority.require();
        SealMatter matter = matters.lock(code).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        if (matter.validTo() != null) {
            throw Refusal.of(AdmissionProblem.SEAL_MATTER_ENDED)
                    .with("code", code)
                    .with("validTo", matter.validTo());
        }
        if (last.validTo().isBefore(LocalDate.now(clock)) || last.validTo().isBefore(matter.validFrom())) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("validTo", "date-order"));
        }
        matters.end(code, last.validTo());
        return Response.ok(matters.find(code).orElseThrow()).build();
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @Transactional
    @RolesAllowed(Roles.CIVIL_AFFAIRS_OFFICER)
    @Operation(operationId = "importSealMatters", summary = "Enter seal matters from CSV", description = """
                    For the city's civil affairs officer. UTF-8, columns \
                    code,kind,titleZh,titleEn,basisKind,citationZh,citationEn,validFrom,validTo; basisKind, except of a \
                    certificate, and validTo may be empty. What is on record just so changes nothing; what is on record \
                    otherwise is refused. All lines or none.""")
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
        return request.answer(csv, SealMatterImports.COLUMNS, AdmissionProblem.IMPORT_REFUSED, imports::take);
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listSealMatters",
            summary = "The catalogue of seal matters",
            description = "Public, in the order of codes; with what committees are not to be asked for.")
    @APIResponse(
            responseCode = "200",
            description = "A page of matters.",
            content = @Content(schema = @Schema(implementation = SealMatter[].class)))
    public Response list(
            @QueryParam("kind") SealMatter.@Nullable Kind kind,
            @QueryParam("on") @Parameter(description = "Only what is in force on this day.") @Nullable LocalDate on,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return matters.list(kind, on, page).answer(uri);
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getSealMatter", summary = "One seal matter", description = "Public.")
    @APIResponse(
            responseCode = "200",
            description = "The matter.",
            content = @Content(schema = @Schema(implementation = SealMatter.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public SealMatter get(@PathParam("code") String code) {
        return matters.find(code).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
