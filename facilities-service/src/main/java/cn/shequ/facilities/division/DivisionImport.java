package cn.shequ.facilities.division;

import cn.shequ.facilities.imports.CsvLine;
import cn.shequ.facilities.imports.LineReport;
import cn.shequ.facilities.imports.Outcome;
import cn.shequ.kit.division.DivisionCode;
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

/**
 * Judges a table of divisions against what is on record. A line that differs from the version in force
 * closes it on the day before and opens a new one; a line that does not, changes nothing. Divisions that the
 * table leaves out stay as they are.
 */
final class DivisionImport {

    private final List<LineReport> report = new ArrayList<>();
    private final List<DivisionChange> changes = new ArrayList<>();
    private final Set<DivisionCode> cities = new TreeSet<>();

    DivisionImport(List<CsvLine> table, KnownDivisions known, LocalDate validFrom) {
        Map<DivisionCode, DivisionLine> lines = new HashMap<>();
        for (CsvLine line : table) {
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
        DivisionPlaces places = new DivisionPlaces(lines, known, validFrom);
        lines.values().forEach(places::check);
        lines.values().forEach(line -> places.cityOf(line.code()).ifPresent(cities::add));
        for (CsvLine line : table) {
            report.add(judge(line, lines, places, known, validFrom));
        }
        // Parents first, whatever the order of the file.
        changes.sort(
                Comparator.comparing((DivisionChange change) -> change.opened().level())
                        .thenComparing(change -> change.opened().code()));
    }

    private LineReport judge(
            CsvLine line,
            Map<DivisionCode, DivisionLine> lines,
            DivisionPlaces places,
            KnownDivisions known,
            LocalDate validFrom) {
        if (!line.findings().isEmpty()) {
            return LineReport.refused(line);
        }
        DivisionLine division = Objects.requireNonNull(lines.get(DivisionCode.of(line.text("code"))));
        Division inForce = known.on(division.code(), validFrom).orElse(null);
        if (inForce != null && division.says(inForce)) {
            return LineReport.taken(line, Outcome.UNCHANGED);
        }
        DivisionCode city = places.cityOf(division.code()).orElseThrow();
        changes.add(DivisionChange.of(inForce, division.from(validFrom), city));
        return LineReport.taken(line, inForce == null ? Outcome.CREATED : Outcome.CHANGED);
    }

    /** In the order of the file. */
    List<LineReport> report() {
        return List.copyOf(report);
    }

    /** Parents first. */
    List<DivisionChange> changes() {
        return List.copyOf(changes);
    }

    /** The cities that the lines belong to, as far as they belong anywhere. */
    Set<DivisionCode> cities() {
        return Set.copyOf(cities);
    }
}
