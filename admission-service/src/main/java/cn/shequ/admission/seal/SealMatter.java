package cn.shequ.admission.seal;

import cn.shequ.admission.duty.CatalogueCode;
import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.kit.problem.FieldError;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the one catalogue of seal matters (Art. 8).
 *
 * @param basisKind the law or regulation behind it; a certificate cannot do without
 * @param validTo the last day; null while no end is set
 */
@Schema(examples = """
                {"code":"RESIDENCE_OF_STUDENT","kind":"CERTIFICATE","titleZh":"学生居住情况证明",\
                "titleEn":"Certificate of a student's residence","basisKind":"LOCAL_REGULATION",\
                "citationZh":"演示用地方性法规第一条","citationEn":"Local regulation for demonstration, Art. 1",\
                "validFrom":"2026-01-01"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SealMatter(
        @NotNull @Pattern(regexp = CatalogueCode.FORM) String code,
        @NotNull Kind kind,
        @NotBlank @Size(max = 200) String titleZh,
        @NotBlank @Size(max = 200) String titleEn,
        @Nullable LegalBasisKind basisKind,
        @NotBlank @Size(max = 200) String citationZh,
        @NotBlank @Size(max = 200) String citationEn,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** What the seal is for, and what it is expressly not for. */
    public enum Kind {
        SELF_GOVERNMENT,
        DAILY_WORK,
        /** A necessary certificate for a resident. */
        CERTIFICATE,
        FORBIDDEN
    }

    /** What the catalogue says of this matter on a day. */
    SealFinding on(LocalDate day) {
        if (day.isBefore(validFrom) || validTo != null && day.isAfter(validTo)) {
            return SealFinding.NOT_IN_FORCE;
        }
        return switch (kind) {
            case SELF_GOVERNMENT, DAILY_WORK, CERTIFICATE -> SealFinding.MAY_BE_SEALED;
            case FORBIDDEN -> SealFinding.FORBIDDEN;
        };
    }

    /** What the catalogue says on a day to somebody who demands it: only necessary certificates can be demanded. */
    SealFinding demandedOn(LocalDate day) {
        SealFinding finding = on(day);
        return finding == SealFinding.MAY_BE_SEALED && kind != Kind.CERTIFICATE ? SealFinding.COMMITTEES_OWN : finding;
    }

    SealMatter withoutEnd() {
        return new SealMatter(code, kind, titleZh, titleEn, basisKind, citationZh, citationEn, validFrom, null);
    }

    /** What is wrong with it as a new entry. */
    List<FieldError> findings() {
        List<FieldError> findings = new ArrayList<>();
        if (kind == Kind.CERTIFICATE && (basisKind == null || basisKind == LegalBasisKind.PARTY_CONSTITUTION)) {
            findings.add(FieldError.of("basisKind", "law-or-regulation"));
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            findings.add(FieldError.of("validTo", "date-order"));
        }
        return findings;
    }
}
