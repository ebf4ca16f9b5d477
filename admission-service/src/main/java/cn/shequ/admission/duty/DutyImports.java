package cn.shequ.admission.duty;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.scope.Domains;
import cn.shequ.kit.imports.CatalogueImport;
import cn.shequ.kit.imports.CatalogueImports;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.LineReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enters the statutory duties of a table, all or none. */
@ApplicationScoped
class DutyImports {

    static final List<String> COLUMNS =
            List.of("code", "titleZh", "titleEn", "basisKind", "citationZh", "citationEn", "validFrom", "validTo");

    private final CatalogueImports imports;
    private final StatutoryDuties duties;

    DutyImports(CatalogueImports imports, StatutoryDuties duties) {
        this.imports = imports;
        this.duties = duties;
    }

    List<LineReport> take(List<CsvLine> table, boolean dryRun) {
        return imports.take(
                "statutory duties",
                dryRun,
                () -> CatalogueImport.judge(
                        table, DutyImports::read, StatutoryDuty::code, duties::find, StatutoryDuty::equals),
                AdmissionProblem.IMPORT_REFUSED,
                duties::addAll);
    }

    private static @Nullable StatutoryDuty read(CsvLine line) {
        String code = line.value("code", "not-a-catalogue-code", CatalogueCode::of);
        String titleZh = line.words("titleZh", 200);
        String titleEn = line.words("titleEn", 200);
        LegalBasisKind basisKind = line.value("basisKind", "not-a-choice", LegalBasisKind::valueOf);
        String citationZh = line.words("citationZh", 200);
        String citationEn = line.words("citationEn", 200);
        LocalDate validFrom = line.value("validFrom", "not-a-date", LocalDate::parse);
        LocalDate validTo = line.optional("validTo", "not-a-date", LocalDate::parse);
        if (code != null && Domains.isDomain(code)) {
            line.note("code", "names-a-domain", Map.of("value", code));
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            line.note("validTo", "date-order", Map.of());
        }
        return code == null
                        || titleZh == null
                        || titleEn == null
                        || basisKind == null
                        || citationZh == null
                        || citationEn == null
                        || validFrom == null
                ? null
                : new StatutoryDuty(code, titleZh, titleEn, basisKind, citationZh, citationEn, validFrom, validTo);
    }
}
