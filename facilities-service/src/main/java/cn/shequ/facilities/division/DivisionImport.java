package cn.shequ.facilities.division;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.LineReport;
import cn.shequ.kit.imports.Outcome;
import cn.shequ.kit.territory.Division;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges a table of divisions against what is on record. A line that differs from the version in force
 * closes it on the day before and opens a new one; a line that does not, changes nothing. Divisions that the
 * table leaves out stay as they are.
 */
final class DivisionImport {

    private final KnownDivisions known;
    private final LocalDate validFrom;
    private final Map<DivisionCode, DivisionLine> lines = new HashMap<>();
    private final DivisionPlaces places;
    private final List<LineReport> report = new ArrayList<>();
    private final List<DivisionLine> changed = new ArrayList<>();

    DivisionImport(List<CsvLine> table, KnownDivisions known, LocalDate validFrom) {
        this.known = known;
        this.validFrom = validFrom;
        table.forEach(this::read);
        Set<String> mentioned = table.stream().map(line -> line.text("code")).collect(Collectors.toSet());
        places = new DivisionPlaces(lines, mentioned, known, validFrom);
        lines.values().forEach(places::check);
        table.forEach(line -> report.add(judge(line)));
    }

    private void read(CsvLine line) {
        DivisionLine division = DivisionLine.read(line);
        if (division != null) {
            DivisionLine earlier = lines.putIfAbsent(division.code(), division);
            if (earlier != null) {
                line.note(
                        "code",
                        "duplicate-code",
                        Map.of("line", earlier.source().number()));
            }
        }
    }

    private LineReport judge(CsvLine line) {
        if (!line.findings().isEmpty()) {
            return LineReport.refused(line);
        }
        DivisionLine division = Objects.requireNonNull(lines.get(DivisionCode.of(line.text("code"))));
        Division inForce = known.on(division.code(), validFrom).orElse(null);
        if (inForce != null && division.says(inForce)) {
            return LineReport.taken(line, Outcome.UNCHANGED);
        }
        changed.add(division);
        return LineReport.taken(line, inForce == null ? Outcome.CREATED : Outcome.CHANGED);
    }

    /** In the order of the file. */
    List<LineReport> report() {
        return List.copyOf(report);
    }

    /** What to write when no line is refused: parents first, whatever the order of the file. */
    List<DivisionChange> changes() {
        return changed.stream()
                .sorted(Comparator.comparing(DivisionLine::level).thenComparing(DivisionLine::code))
                .map(line -> DivisionChange.of(
                        known.on(line.code(), validFrom).orElse(null),
                        line.from(validFrom),
                        places.cityOf(line.code()).orElseThrow()))
                .toList();
    }

    /** The cities that the lines belong to, as far as they belong anywhere. */
    Set<DivisionCode> cities() {
        return lines.keySet().stream()
                .flatMap(code -> places.cityOf(code).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
