package cn.shequ.facilities.division;

import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.CsvTable;
import cn.shequ.kit.imports.ImportReport;
import cn.shequ.kit.imports.LineReport;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The territory as a table, in and out. */
@Path("/v1/divisions")
@Tag(name = "divisions")
@RunOnVirtualThread
public class DivisionImportResource {

    private static final String CSV = "text/csv";
    private static final String EXAMPLE = """
            code,name,level,kind,parent
            220100000000,长春市,CITY,PREFECTURE_LEVEL_CITY,
            220102000000,南关区,COUNTY_LEVEL,URBAN_DISTRICT,220100000000
            """;

    private final DivisionImports imports;
    private final Divisions divisions;
    private final Clock clock;

    DivisionImportResource(DivisionImports imports, Divisions divisions, Clock clock) {
        this.imports = imports;
        this.divisions = divisions;
        this.clock = clock;
    }

    @POST
    @Path("/imports")
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Transactional
    @Operation(operationId = "importDivisions", summary = "Import the territory from CSV", description = """
                    UTF-8, columns code,name,level,kind,parent in any order of rows. What differs from the version in \
                    force closes it and opens a new one on `validFrom`; what does not, changes nothing, so that the \
                    same file twice has one effect. All lines or none. Divisions that the file leaves out stay as they \
                    are. Only who serves the whole city may import it; the city's own first import creates it.""")
    @APIResponse(responseCode = "200", description = "What became of each line, or in a dry run would.")
    @APIResponse(
            responseCode = "400",
            description = "`csv-not-utf8`, `csv-malformed`, `csv-header`, `csv-too-many-rows`, `csv-without-rows`")
    @APIResponse(responseCode = "404", description = "`not-found`: another city, or one you do not serve as a whole")
    @APIResponse(responseCode = "409", description = "`busy`: another import is running")
    @APIResponse(responseCode = "422", description = "`import-refused`, with every refused line in `errors`")
    public ImportReport importDivisions(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
                    byte[] csv,
            @QueryParam("dryRun") @DefaultValue("false") @Parameter(description = "Only say what would happen.")
                    boolean dryRun,
            @QueryParam("validFrom") @Parameter(description = "Today when left out.", example = "2026-01-01") @Nullable
                    LocalDate validFrom,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        List<CsvLine> table = CsvTable.read(csv, DivisionLine.COLUMNS);
        LocalDate day = Objects.requireNonNullElseGet(validFrom, () -> LocalDate.now(clock));
        List<LineReport> lines = dryRun ? imports.preview(table, day) : imports.take(table, day);
        return ImportReport.of(dryRun, day, lines, FacilitiesProblem.IMPORT_REFUSED, ReaderLanguage.of(language));
    }

    @GET
    @Path("/exports")
    @Produces(CSV)
    @PermitAll
    @Operation(
            operationId = "exportDivisions",
            summary = "The territory of a day as CSV",
            description = "Public. Parents first; importing it again changes nothing.")
    @APIResponse(responseCode = "200", description = "UTF-8, columns code,name,level,kind,parent.")
    public Response export(
            @QueryParam("on")
                    @Parameter(description = "The day; today when left out.", example = "2026-01-01")
                    @Nullable
                    LocalDate on) {
        LocalDate day = Objects.requireNonNullElseGet(on, () -> LocalDate.now(clock));
        return Response.ok(DivisionExport.csv(divisions.all(day)), CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"divisions-" + day + ".csv\"")
                .build();
    }
}
