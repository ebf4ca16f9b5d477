package cn.shequ.admission.seal;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.duty.CatalogueCode;
import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.kit.imports.CatalogueImport;
import cn.shequ.kit.imports.CatalogueImports;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.LineReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enters the seal matters of a table, all or none. */
@ApplicationScoped
class SealMatterImports {

    static final List<String> COLUMNS = List.of(
            "code", "kind", "titleZh", "titleEn", "basisKind", "citationZh", "citationEn", "validFrom", "validTo");

    private final CatalogueImports imports;
    private final SealMatters matters;

    SealMatterImports(CatalogueImports imports, SealMatters matters) {
        this.imports = imports;
        this.matters = matters;
    }

    List<LineReport> take(List<CsvLine> table, boolean dryRun) {
        return imports.take(
                "seal matters",
                dryRun,
                () -> CatalogueImport.judge(
                        table, SealMatterImports::read, SealMatter::code, matters::find, SealMatterImports::agree),
                AdmissionProblem.IMPORT_REFUSED,
                matters::addAll);
    }

    /** A matter that was ended since is still the one that was entered without an end. */
    private static boolean agree(SealMatter entry, SealMatter recorded) {
        return entry.equals(recorded) || entry.equals(recorded.withoutEnd());
    }

    private static @Nullable SealMatter read(CsvLine line) {
        String code = line.value("code", "not-a-catalogue-code", CatalogueCode::of);
        SealMatter.Kind kind = line.value("kind", "not-a-choice", SealMatter.Kind::valueOf);
        String titleZh = line.words("titleZh", 200);
        String titleEn = line.words("titleEn", 200);
        LegalBasisKind basisKind = line.optional("basisKind", "not-a-choice", LegalBasisKind::valueOf);
        String citationZh = line.words("citationZh", 200);
        String citationEn = line.words("citationEn", 200);
        LocalDate validFrom = line.value("validFrom", "not-a-date", LocalDate::parse);
        LocalDate validTo = line.optional("validTo", "not-a-date", LocalDate::parse);
        if (code == null
                || kind == null
                || titleZh == null
                || titleEn == null
                || citationZh == null
                || citationEn == null
                || validFrom == null) {
            return null;
        }
        SealMatter matter =
                new SealMatter(code, kind, titleZh, titleEn, basisKind, citationZh, citationEn, validFrom, validTo);
        matter.findings().forEach(finding -> line.note(finding.field(), finding.code(), finding.figures()));
        return matter;
    }
}
