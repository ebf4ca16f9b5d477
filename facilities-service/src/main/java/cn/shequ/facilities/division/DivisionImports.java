package cn.shequ.facilities.division;

import cn.shequ.events.facilities.DivisionChanged;
import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.ImportLock;
import cn.shequ.kit.imports.ImportReport;
import cn.shequ.kit.imports.LineReport;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.TerritoryRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Imports a table of divisions: judged, and when no line is refused written and published, in one transaction. */
@ApplicationScoped
class DivisionImports {

    private final ImportLock lock;
    private final Divisions divisions;
    private final TerritoryRecord territory;
    private final Jurisdiction jurisdiction;
    private final EventLog events;

    DivisionImports(
            ImportLock lock,
            Divisions divisions,
            TerritoryRecord territory,
            Jurisdiction jurisdiction,
            EventLog events) {
        this.lock = lock;
        this.divisions = divisions;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.events = events;
    }

    List<LineReport> preview(List<CsvLine> table, LocalDate validFrom) {
        return judged(table, validFrom).report();
    }

    /** @throws cn.shequ.kit.problem.Refusal when a line is refused: then none is taken */
    List<LineReport> take(List<CsvLine> table, LocalDate validFrom) {
        lock.take("divisions");
        DivisionImport judged = judged(table, validFrom);
        ImportReport.requireAllTaken(judged.report(), FacilitiesProblem.IMPORT_REFUSED);
        territory.putAll(judged.changes().stream()
                .flatMap(change -> change.versions().stream())
                .toList());
        events.append(judged.changes().stream()
                .flatMap(change -> change.versions().stream().map(version -> changed(version, change.city())))
                .toList());
        return judged.report();
    }

    /** Whoever imports serves the whole city; the city need not be on record yet, its first import puts it there. */
    private DivisionImport judged(List<CsvLine> table, LocalDate validFrom) {
        DivisionImport judged = new DivisionImport(table, divisions.known(), validFrom);
        judged.cities().forEach(city -> jurisdiction.requireAct(Reach.of(city)));
        return judged;
    }

    private static DivisionChanged changed(Division version, DivisionCode city) {
        DivisionCode parent = version.parent();
        return new DivisionChanged(
                version.code().value(),
                city.value(),
                version.name(),
                null,
                version.level().name(),
                version.kind(),
                parent == null ? null : parent.value(),
                version.validFrom(),
                version.validTo());
    }
}
