package cn.shequ.admission.department;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.imports.ImportReport;
import cn.shequ.kit.imports.ImportRequest;
import cn.shequ.kit.paging.PageRequest;
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
import jakarta.ws.rs.core.HttpHeaders;
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
import org.jspecify.annotations.Nullable;

/** The register of bodies that may apply or demand. */
@Path("/v1/departments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "departments", description = "Bodies that may apply for a task or demand something (Art. 7, 35).")
@RunOnVirtualThread
public class DepartmentResource {

    private static final String EXAMPLE = """
            creditCode,division,nameZh,nameEn,category,affiliationLevel,functions
            11220102DEM000014K,220102000000,南关区卫生健康局（演示）,,COOPERATING_DEPARTMENT,COUNTY_LEVEL,HEALTH
            """;

    private final Departments departments;
    private final DepartmentRegistration registration;
    private final DepartmentImports imports;

    DepartmentResource(Departments departments, DepartmentRegistration registration, DepartmentImports imports) {
        this.departments = departments;
        this.registration = registration;
        this.imports = imports;
    }

    @POST
    @Retried
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.CIVIL_AFFAIRS_OFFICER, Roles.PLATFORM_ADMIN})
    @Operation(
            operationId = "registerDepartment",
            summary = "Register a body of the own division",
            description = "Its division is one of its own level: the same-level leading group decides on what it asks."
                    + " Its category is the one that Art. 35 gives to the functions that it fulfils.")
    @APIResponse(
            responseCode = "201",
            description = "Registered.",
            content = @Content(schema = @Schema(implementation = Department.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong field at once.")
    @APIResponse(
            responseCode = "409",
            description = "`department-exists`; `function-fulfilled`: by another body of the division")
    @APIResponse(responseCode = "422", description = "`level-does-not-fit`, `category-does-not-fit` (Art. 35)")
    public Response register(NewDepartment body) {
        Department department = registration.register(body);
        return Response.created(URI.create("/v1/departments/" + department.creditCode()))
                .entity(department)
                .build();
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @Retried
    @Transactional
    @RolesAllowed({Roles.CIVIL_AFFAIRS_OFFICER, Roles.PLATFORM_ADMIN})
    @Operation(operationId = "importDepartments", summary = "Register bodies from CSV", description = """
                    UTF-8, columns creditCode,division,nameZh,nameEn,category,affiliationLevel and, if wanted, functions: those \
                    of Art. 35, with semicolons between them. nameEn and functions may be empty. A body that is on record \
                    just so changes nothing, so that the same file twice has one effect; one that is on record otherwise \
                    is refused. All lines or none, and only divisions of your own territory.""")
    @APIResponse(responseCode = "200", description = "What became of each line, or in a dry run would.")
    @APIResponse(
            responseCode = "400",
            description = "`csv-not-utf8`, `csv-malformed`, `csv-header`, `csv-too-many-rows`, `csv-without-rows`")
    @APIResponse(responseCode = "404", description = "`not-found`: not one line of the file is of your territory")
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
        return request.answer(
                csv,
                DepartmentImports.COLUMNS,
                DepartmentImports.FURTHER_COLUMNS,
                AdmissionProblem.IMPORT_REFUSED,
                imports::take);
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listDepartments",
            summary = "Registered bodies, in the order of credit codes",
            description = "Public.")
    @APIResponse(
            responseCode = "200",
            description = "A page of bodies.",
            content = @Content(schema = @Schema(implementation = Department[].class)))
    public Response list(
            @QueryParam("division") @Nullable DivisionCode division,
            @QueryParam("category") @Nullable DepartmentCategory category,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return departments.list(division, category, page).answer(uri);
    }

    @GET
    @Path("/{creditCode}")
    @PermitAll
    @Operation(
            operationId = "getDepartment",
            summary = "One registered body",
            description = "Public. With its version as ETag, for a change of its functions or its name.")
    @APIResponse(
            responseCode = "200",
            description = "The body.",
            content = @Content(schema = @Schema(implementation = Department.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response get(@PathParam("creditCode") CreditCode creditCode) {
        Department body = departments.find(creditCode).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        return Response.ok(body)
                .header(HttpHeaders.ETAG, Version.etag(body.version()))
                .build();
    }

    @POST
    @Path("/{creditCode}/succession")
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.CIVIL_AFFAIRS_OFFICER, Roles.PLATFORM_ADMIN})
    @Operation(
            operationId = "succeedDepartment",
            summary = "Record that another body takes this one's place",
            description =
                    "What was admitted for the predecessor is from now on admitted for its successor, which also fulfils"
                            + " those of its functions of Art. 35 that fit the successor's category and division.")
    @APIResponse(
            responseCode = "200",
            description = "The predecessor, naming its successor.",
            content = @Content(schema = @Schema(implementation = Department.class)))
    @APIResponse(responseCode = "409", description = "`department-succeeded`")
    @APIResponse(responseCode = "422", description = "`department-unknown`: the successor is not registered.")
    public Response succeed(@PathParam("creditCode") CreditCode creditCode, Succession succession) {
        return Response.ok(registration.succeed(creditCode, succession.successor()))
                .build();
    }
}
