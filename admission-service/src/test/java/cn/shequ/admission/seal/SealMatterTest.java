package cn.shequ.admission.seal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.kit.problem.FieldError;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("art-8")
class SealMatterTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    private static SealMatter matter(
            SealMatter.Kind kind, @Nullable LegalBasisKind basis, LocalDate from, @Nullable LocalDate to) {
        return new SealMatter("MATTER", kind, "事项", "Matter", basis, "依据", "Basis", from, to);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, NOT_IN_FORCE",
        "2026-03-01, MAY_BE_SEALED",
        "2026-06-30, MAY_BE_SEALED",
        "2026-07-01, NOT_IN_FORCE"
    })
    void itHoldsFromItsFirstToItsLastDay(LocalDate day, SealFinding finding) {
        assertThat(matter(SealMatter.Kind.DAILY_WORK, null, FIRST, LAST).on(day))
                .isEqualTo(finding);
        assertThat(matter(SealMatter.Kind.DAILY_WORK, null, FIRST, null).on(LAST.plusYears(10)))
                .isEqualTo(SealFinding.MAY_BE_SEALED);
    }

    @ParameterizedTest
    @CsvSource({
        "SELF_GOVERNMENT, MAY_BE_SEALED",
        "DAILY_WORK, MAY_BE_SEALED",
        "CERTIFICATE, MAY_BE_SEALED",
        "FORBIDDEN, FORBIDDEN"
    })
    void whatIsForbiddenIsListedAndNeverSealed(SealMatter.Kind kind, SealFinding finding) {
        assertThat(matter(kind, LegalBasisKind.LAW, FIRST, null).on(FIRST)).isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource({
        "SELF_GOVERNMENT, COMMITTEES_OWN",
        "DAILY_WORK, COMMITTEES_OWN",
        "CERTIFICATE, MAY_BE_SEALED",
        "FORBIDDEN, FORBIDDEN"
    })
    void onlyANecessaryCertificateCanBeDemanded(SealMatter.Kind kind, SealFinding finding) {
        assertThat(matter(kind, LegalBasisKind.LAW, FIRST, LAST).demandedOn(FIRST))
                .isEqualTo(finding);
        assertThat(matter(kind, LegalBasisKind.LAW, FIRST, LAST).demandedOn(LAST.plusDays(1)))
                .isEqualTo(SealFinding.NOT_IN_FORCE);
    }

    @Test
    void aCertificateRestsOnLawAndTheEndIsNotBeforeTheBeginning() {
        assertThat(matter(SealMatter.Kind.CERTIFICATE, null, LAST, FIRST).findings())
                .extracting(FieldError::field)
                .containsExactly("basisKind", "validTo");
        assertThat(matter(SealMatter.Kind.CERTIFICATE, LegalBasisKind.PARTY_CONSTITUTION, FIRST, null)
                        .findings())
                .extracting(FieldError::field)
                .containsExactly("basisKind");
        assertThat(matter(SealMatter.Kind.CERTIFICATE, LegalBasisKind.LAW, FIRST, FIRST)
                        .findings())
                .isEmpty();
        assertThat(matter(SealMatter.Kind.FORBIDDEN, null, FIRST, null).findings())
                .isEmpty();
    }
}
