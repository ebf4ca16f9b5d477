package cn.shequ.facilities.community;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.LineReport;
import cn.shequ.kit.imports.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a table of communities' figures against the figures in force on its day. */
final class CommunityImport {

    static final List<String> COLUMNS = List.of("code", "urban", "households", "residents", "demonstration");

    private final Set<DivisionCode> communities;
    private final RecordedCounts recorded;
    private final LocalDate asOf;
    private final Map<DivisionCode, Integer> seen = new HashMap<>();
    private final List<LineReport> report = new ArrayList<>();
    private final List<CommunityFigures> changes = new ArrayList<>();

    /** @param communities those that the table may speak of */
    CommunityImport(List<CsvLine> table, Set<DivisionCode> communities, RecordedCounts recorded, LocalDate asOf) {
        this.communities = communities;
        this.recorded = recorded;
        this.asOf = asOf;
        table.forEach(line -> report.add(judge(line)));
    }

    private LineReport judge(CsvLine line) {
        CommunityFigures figures = read(line);
        if (figures == null) {
            return LineReport.refused(line);
        }
        CommunityFigures inForce = recorded.of(figures.community()).orElse(null);
        if (inForce != null && inForce.agreesWith(figures)) {
            return LineReport.taken(line, Outcome.UNCHANGED);
        }
        LocalDate later = recorded.after(figures.community()).orElse(null);
        if (later != null) {
            line.note("code", "later-version", Map.of("day", later.toString()));
            return LineReport.refused(line);
        }
        changes.add(figures);
        return LineReport.taken(line, inForce == null ? Outcome.CREATED : Outcome.CHANGED);
    }

    private @Nullable CommunityFigures read(CsvLine line) {
        DivisionCode code = line.value("code", "not-a-division-code", DivisionCode::of);
        Boolean urban = line.value("urban", "not-yes-or-no", CommunityImport::yesOrNo);
        Integer households = line.value("households", "not-a-count", CommunityImport::count);
        Integer residents = line.value("residents", "not-a-count", CommunityImport::count);
        Boolean demonstration = line.value("demonstration", "not-yes-or-no", CommunityImport::yesOrNo);
        if (code != null) {
            check(line, code);
        }
        if (code == null || urban == null || households == null || residents == null || demonstration == null) {
            return null;
        }
        return line.findings().isEmpty()
                ? new CommunityFigures(code, asOf, urban, households, residents, demonstration)
                : null;
    }

    private void check(CsvLine line, DivisionCode code) {
        Integer earlier = seen.putIfAbsent(code, line.number());
        if (earlier != null) {
            line.note("code", "duplicate-code", Map.of("line", earlier));
        } else if (!communities.contains(code)) {
            line.note("code", "unknown-community", Map.of("value", code.value(), "day", asOf.toString()));
        }
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Integer count(String text) {
        int number = Integer.parseInt(text);
        if (number < 0 || number > CommunityFigures.MOST) {
            throw new IllegalArgumentException("not 0 to " + CommunityFigures.MOST);
        }
        return number;
    }

    /** In the order of the file. */
    List<LineReport> report() {
        return List.copyOf(report);
    }

    List<CommunityFigures> changes() {
        return List.copyOf(changes);
    }
}
