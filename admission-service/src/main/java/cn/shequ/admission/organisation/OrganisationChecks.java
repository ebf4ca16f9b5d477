package cn.shequ.admission.organisation;

import cn.shequ.admission.CreditCodes;
import cn.shequ.admission.OwnTable;
import cn.shequ.admission.department.Departments;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.Finding;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked of an organisation that is taken over: the same as of a new one, of its own authority (Art. 6, 23). */
@ApplicationScoped
class OrganisationChecks {

    private final ImportedOrganisations imported;
    private final CreditCodes creditCodes;
    private final Departments departments;
    private final Rulebook rulebook;
    private final Clock clock;

    OrganisationChecks(
            ImportedOrganisations imported,
            CreditCodes creditCodes,
            Departments departments,
            Rulebook rulebook,
            Clock clock) {
        this.imported = imported;
        this.creditCodes = creditCodes;
        this.departments = departments;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** The conditions of registration of today, the rows of which are read once for each community of a table. */
    final class Conditions {

        private final Map<List<Object>, Rule> known = new HashMap<>();

        RegistrationConditions of(ImportedOrganisation line) {
            return RegistrationConditions.of(
                    line.kind(),
                    line.membership(),
                    id -> known.computeIfAbsent(
                            List.of(id, line.community()), any -> rulebook.today(id, line.community())));
        }
    }

    Conditions conditions() {
        return new Conditions();
    }

    /** Notes on each line what is in the way. */
    void note(Map<CsvLine, ImportedOrganisation> entries, Authorities.Competence own, Conditions conditions) {
        Set<ImportedOrganisation.Name> names = imported.taken(
                entries.values().stream().map(ImportedOrganisation::name).collect(Collectors.toSet()));
        Set<CreditCode> codes = creditCodes.taken(entries.values().stream()
                .map(ImportedOrganisation::creditCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        Set<CreditCode> unknown = departments.notInExistence(entries.values().stream()
                .map(ImportedOrganisation::setUpBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<ImportedOrganisation.Name, Integer> seen = new HashMap<>();
        entries.forEach((line, entry) -> {
            noteAuthority(line, entry, own);
            noteOthers(line, entry, names, codes);
            Integer earlier = seen.putIfAbsent(entry.name(), line.number());
            if (earlier != null) {
                line.note("nameZh", "duplicate-name", Map.of("line", earlier));
            }
            if (entry.setUpBy() != null && unknown.contains(entry.setUpBy())) {
                line.note("setUpBy", "department-unknown", Map.of("value", entry.setUpBy()));
            }
            noteRules(line, entry, conditions);
        });
    }

    private void noteAuthority(CsvLine line, ImportedOrganisation entry, Authorities.Competence own) {
        if (!own.communities().contains(entry.community())) {
            OwnTable.noteOutside(line, "community");
        }
        if (entry.track() != own.track()) {
            line.note("track", "other-authority", Map.of("required", own.track(), "actual", entry.track()));
        }
        if (entry.decidedOn().isAfter(LocalDate.now(clock))) {
            line.note("decidedOn", "in-the-future", Map.of("value", entry.decidedOn()));
        }
    }

    private static void noteOthers(
            CsvLine line, ImportedOrganisation entry, Set<ImportedOrganisation.Name> names, Set<CreditCode> codes) {
        if (names.contains(entry.name())) {
            line.note("nameZh", "name-taken", Map.of("value", entry.nameZh()));
        }
        entry.creditCode()
                .filter(codes::contains)
                .ifPresent(code -> line.note("number", "credit-code-registered", Map.of("value", code)));
    }

    private static void noteRules(CsvLine line, ImportedOrganisation entry, Conditions conditions) {
        entry.form().refusal().ifPresent(refusal -> note(line, refusal));
        if (entry.track() == Track.REGISTERED) {
            conditions.of(entry).everyUnmet(entry.membership(), entry.capital()).stream()
                    .filter(unmet -> !entry.isOlderThan(Objects.requireNonNull(unmet.rule())))
                    .forEach(unmet -> note(line, unmet));
        } else if (entry.earlierDocument() != null) {
            line.note("earlierDocument", "excludes", Map.of("other", entry.track()));
        }
    }

    private static void note(CsvLine line, Refusal refusal) {
        refusal.errors().forEach(error -> line.note(error.field(), error.code(), error.figures()));
        if (refusal.errors().isEmpty()) {
            line.note(Finding.WHOLE_LINE, refusal.code().code(), refusal.figures());
        }
    }
}
