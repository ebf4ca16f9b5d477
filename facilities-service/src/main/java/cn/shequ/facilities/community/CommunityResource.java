package cn.shequ.facilities.community;

import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.CsvTable;
import cn.shequ.kit.imports.ImportReport;
import cn.shequ.kit.imports.LineReport;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Territory;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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

/** Communities and the count of their people. */
@Path("/v1/communities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "communities", description = "Communities, their households and residents, counted on a day.")
@RunOnVirtualThread
public class CommunityResource {

    private static final String EXAMPLE = """
            code,urban,households,residents,demonstration
            220102001001,true,2140,5600,true
            """;

    private final Communities communities;
    private final CommunityImports imports;
    private final Territory territory;
    private final Clock clock;

    CommunityResource(Communities communities, CommunityImports imports, Territory territory, Clock clock) {
        this.communities = communities;
        this.imports = imports;
        this.territory = territory;
        this.clock = clock;
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @RolesAllowed({Roles.PLATFORM_ADMIN, Roles.CIVIL_AFFAIRS_OFFICER})
    @Transactional
    @Operation(
            operationId = "importCommunityFigures",
            summary = "Import households and residents from CSV",
            description = """
                    UTF-8, columns code,urban,households,residents,demonstration. Figures hold from `asOf` until the \
                    next count. What agrees with the figures in force changes nothing. All lines or none, and only \
                    communities of your own territory. Figures made up for a demonstration are marked as such.""")
    @APIResponse(responseCode = "200", description = "What became of each line, or in a dry run would.")
    @APIResponse(
            responseCode = "400",
            description = "`csv-not-utf8`, `csv-malformed`, `csv-header`, `csv-too-many-rows`, `csv-without-rows`")
    @APIResponse(responseCode = "404", description = "`not-found`: not one community of the file is in your territory")
    @APIResponse(responseCode = "409", description = "`busy`: another import is running")
    @APIResponse(responseCode = "422", description = "`import-refused`, with every refused line in `errors`")
    public ImportReport importFigures(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
                    byte[] csv,
            @QueryParam("dryRun") @DefaultValue("false") @Parameter(description = "Only say what would happen.")
                    boolean dryRun,
            @QueryParam("asOf") @Parameter(description = "Today when left out.", example = "2026-01-01") @Nullable
                    LocalDate asOf,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        List<CsvLine> table = CsvTable.read(csv, CommunityImport.COLUMNS);
        LocalDate day = Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(clock));
        List<LineReport> lines = dryRun ? imports.preview(table, day) : imports.take(table, day);
        return ImportReport.of(dryRun, day, lines, FacilitiesProblem.IMPORT_REFUSED, ReaderLanguage.of(language));
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "readCommunity", summary = "One community", description = "Public. As it is on a day.")
    @APIResponse(responseCode = "200", description = "The community, with its last count until the day.")
    @APIResponse(responseCode = "404", description = "`not-found`: no community, or not on that day")
    public Community read(
            @PathParam("code") @Parameter(example = "220102001001") DivisionCode code,
            @QueryParam("on")
                    @Parameter(description = "The day; today when left out.", example = "2026-01-01")
                    @Nullable
                    LocalDate on) {
        LocalDate day = Objects.requireNonNullElseGet(on, () -> LocalDate.now(clock));
        return territory
                .find(code, day)
                .filter(division -> division.level() == DivisionLevel.COMMUNITY)
                .map(division -> new Community(
                        division.code(),
                        division.name(),
                        division.kind(),
                        division.parent(),
                        communities.on(code, day).map(Community.Count::of).orElse(null)))
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
