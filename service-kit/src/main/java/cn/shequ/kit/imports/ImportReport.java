package cn.shequ.kit.imports;

import cn.shequ.kit.locale.Messages;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.ProblemCode;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an import did, or in a dry run would do, line by line. */
@Schema(description = "What an import did, or in a dry run would do, line by line.")
public record ImportReport(
        boolean dryRun,

        @Schema(description = "The day from which the lines hold, where they do not say it themselves.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        LocalDate validFrom,

        long created,
        long changed,
        long unchanged,
        long refused,
        List<Line> lines) {

    /** As many errors as one problem shows; a dry run shows all. */
    public static final int MOST_ERRORS = 200;

    /** One line in the reader's language. */
    public record Line(int line, String code, Outcome outcome, List<FieldError> reasons) {}

    /** @param refusedAs the service's problem whose texts say what is wrong with a line */
    public static ImportReport of(
            boolean dryRun,
            @Nullable LocalDate validFrom,
            List<LineReport> lines,
            ProblemCode refusedAs,
            Locale reader) {
        return new ImportReport(
                dryRun,
                validFrom,
                count(lines, Outcome.CREATED),
                count(lines, Outcome.CHANGED),
                count(lines, Outcome.UNCHANGED),
                count(lines, Outcome.REFUSED),
                lines.stream().map(line -> said(line, refusedAs, reader)).toList());
    }

    /** @throws Refusal when a line is refused: then no line is taken */
    public static void requireAllTaken(List<LineReport> lines, ProblemCode refusedAs) {
        long refused = count(lines, Outcome.REFUSED);
        if (refused == 0) {
            return;
        }
        Refusal refusal = Refusal.of(refusedAs).with("refused", refused).with("lines", lines.size());
        lines.stream()
                .flatMap(line -> line.findings().stream()
                        .map(finding -> FieldError.of(
                                "line " + line.line() + ", " + finding.column(), finding.code(), finding.figures())))
                .limit(MOST_ERRORS)
                .forEach(refusal::at);
        throw refusal;
    }

    private static Line said(LineReport line, ProblemCode refusedAs, Locale reader) {
        return new Line(
                line.line(),
                line.code(),
                line.outcome(),
                line.findings().stream()
                        .map(finding -> FieldError.said(
                                finding.column(),
                                finding.code(),
                                Messages.text(
                                        refusedAs.bundle(), reader, "field." + finding.code(), finding.figures())))
                        .toList());
    }

    private static long count(List<LineReport> lines, Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
