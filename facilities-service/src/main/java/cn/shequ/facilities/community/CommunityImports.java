package cn.shequ.facilities.community;

import cn.shequ.events.facilities.CommunityChanged;
import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.ImportLock;
import cn.shequ.kit.imports.ImportReport;
import cn.shequ.kit.imports.LineReport;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Imports the figures of the communities in the caller's territory, all or none. */
@ApplicationScoped
class CommunityImports {

    private final ImportLock lock;
    private final Communities communities;
    private final Territory territory;
    private final Callers callers;
    private final EventLog events;

    CommunityImports(ImportLock lock, Communities communities, Territory territory, Callers callers, EventLog events) {
        this.lock = lock;
        this.communities = communities;
        this.territory = territory;
        this.callers = callers;
        this.events = events;
    }

    List<LineReport> preview(List<CsvLine> table, LocalDate asOf) {
        return judged(table, asOf).report();
    }

    /** @throws Refusal when a line is refused: then none is taken */
    List<LineReport> take(List<CsvLine> table, LocalDate asOf) {
        lock.take("community figures");
        CommunityImport judged = judged(table, asOf);
        ImportReport.requireAllTaken(judged.report(), FacilitiesProblem.IMPORT_REFUSED);
        communities.putAll(judged.changes());
        events.append(judged.changes().stream().map(CommunityImports::changed).toList());
        return judged.report();
    }

    /** A file in which not one line concerns the caller's territory is none of the caller's business. */
    private CommunityImport judged(List<CsvLine> table, LocalDate asOf) {
        Set<DivisionCode> own = own(asOf);
        Set<String> named = table.stream().map(line -> line.text("code")).collect(Collectors.toSet());
        if (own.stream().noneMatch(code -> named.contains(code.value()))) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        return new CommunityImport(table, own, communities.recorded(asOf), asOf);
    }

    private Set<DivisionCode> own(LocalDate day) {
        DivisionCode division = callers.current().division();
        return division == null
                ? Set.of()
                : territory.within(division, DivisionLevel.COMMUNITY, day).stream()
                        .map(Division::code)
                        .collect(Collectors.toSet());
    }

    private static CommunityChanged changed(CommunityFigures figures) {
        return new CommunityChanged(
                figures.community().value(),
                figures.urban(),
                figures.households(),
                figures.residents(),
                figures.demonstration(),
                figures.asOf());
    }
}
