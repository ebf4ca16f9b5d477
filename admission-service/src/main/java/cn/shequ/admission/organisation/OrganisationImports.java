package cn.shequ.admission.organisation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.OwnTable;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.imports.CatalogueImport;
import cn.shequ.kit.imports.CatalogueImports;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.LineReport;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Takes over the organisations that a subdistrict office has on file or a district in its register, all of a table or none
 * (Art. 23); a city starts with such lists.
 */
@ApplicationScoped
class OrganisationImports {

    private final CatalogueImports imports;
    private final OrganisationChecks checks;
    private final ImportedOrganisations imported;
    private final Organisations organisations;
    private final OrganisationRecords records;
    private final Authorities authorities;
    private final OwnTable ownTable;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    OrganisationImports(
            CatalogueImports imports,
            OrganisationChecks checks,
            ImportedOrganisations imported,
            Organisations organisations,
            OrganisationRecords records,
            Authorities authorities,
            OwnTable ownTable,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.imports = imports;
        this.checks = checks;
        this.imported = imported;
        this.organisations = organisations;
        this.records = records;
        this.authorities = authorities;
        this.ownTable = ownTable;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    List<LineReport> take(List<CsvLine> table, boolean dryRun) {
        Authorities.Competence own = authorities.own();
        OrganisationChecks.Conditions conditions = checks.conditions();
        return imports.take(
                "organisations",
                dryRun,
                () -> judged(table, own, conditions),
                AdmissionProblem.IMPORT_REFUSED,
                lines -> takeOver(lines, own, conditions));
    }

    /** What was taken over before is only compared: it stays what it is, whatever would be asked of it by now. */
    private CatalogueImport<ImportedOrganisation> judged(
            List<CsvLine> table, Authorities.Competence own, OrganisationChecks.Conditions conditions) {
        Map<CsvLine, ImportedOrganisation> entries = new LinkedHashMap<>();
        table.forEach(line -> entries.put(line, OrganisationLine.read(line)));
        entries.values().removeIf(Objects::isNull);
        Map<String, ImportedOrganisation> onRecord = imported.find(
                own.division(),
                entries.values().stream().map(ImportedOrganisation::number).collect(Collectors.toSet()));
        Map<CsvLine, ImportedOrganisation> others = new LinkedHashMap<>(entries);
        others.values().removeIf(entry -> onRecord.containsKey(entry.number()));
        checks.note(others, own, conditions);
        CatalogueImport<ImportedOrganisation> judged = CatalogueImport.judge(
                table, entries::get, ImportedOrganisation::number, numbers -> onRecord, ImportedOrganisation::equals);
        ownTable.require(table, "community", judged.report());
        return judged;
    }

    private boolean takeOver(
            List<ImportedOrganisation> lines, Authorities.Competence own, OrganisationChecks.Conditions conditions) {
        String person = callers.current().subject();
        List<TakenOver> all = lines.stream()
                .map(line -> takenOver(line, own, conditions, person))
                .toList();
        boolean kept =
                organisations.addAll(all.stream().map(TakenOver::organisation).toList())
                        && imported.addAll(all, own.division(), person, LocalDate.now(clock))
                        && records.addAll(all.stream()
                                .map(TakenOver::registration)
                                .filter(Objects::nonNull)
                                .toList());
        if (kept) {
            imported.decide(all.stream().map(TakenOver::id).toList());
            events.append(all.stream().map(TakenOver::told).toList());
        }
        return kept;
    }

    /** When it once applied the table does not say; it had at the latest on the day of the decision. */
    private static TakenOver takenOver(
            ImportedOrganisation line,
            Authorities.Competence own,
            OrganisationChecks.Conditions conditions,
            String person) {
        Organisation organisation = Organisation.of(Ids.next(), line.form(), person, line.decidedOn());
        return new TakenOver(
                line,
                organisation,
                line.creditCode()
                        .map(code -> Registration.of(
                                organisation,
                                code,
                                own.division(),
                                conditions.of(line),
                                person,
                                line.decidedOn(),
                                line.earlierDocument()))
                        .orElse(null));
    }
}
