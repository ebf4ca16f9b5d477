package cn.shequ.kit.imports;

import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.problem.ProblemCode;
import cn.shequ.kit.problem.Refusal;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How a table is to be taken, and in which language its lines are answered; a bean parameter of import operations. */
public class ImportRequest {

    @QueryParam("dryRun")
    @DefaultValue("false")
    @Parameter(description = "Only say what would happen.")
    boolean dryRun;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    @Parameter(hidden = true)
    @Nullable
    String language;

    /** Takes a table that has been read, or only says what would become of its lines. */
    @FunctionalInterface
    public interface Taking {
        List<LineReport> take(List<CsvLine> table, boolean dryRun);
    }

    /**
     * What became of each line of a CSV file.
     *
     * @param refusedAs the service's problem whose texts say what is wrong with a line
     * @throws Refusal when the file is no such table, or a line of it is refused and it is no dry run
     */
    public ImportReport answer(byte[] csv, List<String> columns, ProblemCode refusedAs, Taking taking) {
        return answer(csv, columns, List.of(), refusedAs, taking);
    }

    /**
     * The same for a table that may have further columns.
     *
     * @param further after the others, all of them or none
     * @throws Refusal when the file is no such table, or a line of it is refused and it is no dry run
     */
    public ImportReport answer(
            byte[] csv, List<String> columns, List<String> further, ProblemCode refusedAs, Taking taking) {
        List<LineReport> lines = taking.take(CsvTable.read(csv, columns, further), dryRun);
        return ImportReport.of(dryRun, null, lines, refusedAs, ReaderLanguage.of(language));
    }
}
