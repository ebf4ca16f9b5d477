package cn.shequ.admission.burden;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.check.ReasonCode;
import cn.shequ.admission.check.Verdict;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("art-7")
class FindingTest {

    private static final CreditCode ISSUER = CreditCode.of("11220102DEM000022E");
    private static final CreditCode OTHER = CreditCode.of("11220102DEM000014K");
    private static final DivisionCode DIVISION = DivisionCode.of("220112000000");
    private static final LocalDate FROM = LocalDate.of(2026, 2, 1);
    private static final LocalDate TO = LocalDate.of(2026, 6, 30);

    private static CatalogueForm form() {
        return new CatalogueForm(
                UUID.randomUUID(),
                DemandKind.STATISTICAL_FORM,
                "表",
                ISSUER,
                DIVISION,
                "文件",
                Frequency.MONTHLY,
                List.of("姓名"),
                "p",
                FROM,
                TO,
                null);
    }

    private static DemandExemption exemption(DemandExemption.Stage stage) {
        return new DemandExemption(
                UUID.randomUUID(),
                ISSUER,
                DIVISION,
                DIVISION,
                DemandKind.MEETING,
                "PUBLIC_HEALTH",
                "会",
                "因",
                FROM,
                TO,
                "p",
                FROM,
                stage,
                null,
                null,
                null);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {"2026-01-31, FORM_NOT_IN_FORCE", "2026-02-01, -", "2026-06-30, -", "2026-07-01, FORM_NOT_IN_FORCE"
            })
    void aFormHoldsFromItsFirstToItsLastDay(LocalDate day, @Nullable DemandGrounds grounds) {
        Finding finding = Finding.ofForm(form(), ISSUER, ISSUER, day);
        assertThat(finding.grounds()).isEqualTo(grounds);
        assertThat(finding.formPeriod()).isEqualTo(grounds == null ? day.withDayOfMonth(1) : null);
    }

    @Test
    void aFormIsAskedForByWhoIssuesIt() {
        assertThat(Finding.ofForm(form(), ISSUER, OTHER, FROM).grounds()).isEqualTo(DemandGrounds.FORM_OF_ANOTHER_BODY);
        assertThat(Finding.ofForm(form(), ISSUER, null, FROM).grounds()).isEqualTo(DemandGrounds.FORM_OF_ANOTHER_BODY);
        assertThat(Finding.ofForm(form(), OTHER, OTHER, FROM).grounds()).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-01-31, EXEMPTION_NOT_IN_FORCE",
                "2026-02-01, -",
                "2026-06-30, -",
                "2026-07-01, EXEMPTION_NOT_IN_FORCE"
            })
    void anExemptionHoldsFromItsFirstToItsLastDay(LocalDate day, @Nullable DemandGrounds grounds) {
        assertThat(Finding.ofExemption(exemption(DemandExemption.Stage.APPROVED), day)
                        .grounds())
                .isEqualTo(grounds);
        assertThat(exemption(DemandExemption.Stage.REQUESTED).isInForce(FROM)).isFalse();
        assertThat(exemption(DemandExemption.Stage.DECLINED).isInForce(FROM)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReasonCode.class,
            names = {"ADMITTED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatTheAdmissionCheckSaysIsTheBasisOrTheGrounds(ReasonCode reason) {
        Finding finding =
                Finding.ofMatter(new Verdict(List.of(reason), List.of(), null, null), DemandKind.MEETING, OTHER);
        assertThat(finding.grounds() == null).isEqualTo(reason.permits());
        assertThat(finding.basis())
                .isEqualTo(
                        reason == ReasonCode.STATUTORY_DUTY ? DemandBasis.STATUTORY_DUTY : DemandBasis.ADMITTED_TASK);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemandKind.class,
            names = {"MEETING", "CERTIFICATE", "TARGET", "PLAQUE"})
    void lawGivesAClaimToRegisteredBodiesAndNeverToATargetOrPlaque(DemandKind kind) {
        Verdict verdict = new Verdict(List.of(ReasonCode.STATUTORY_DUTY), List.of(), null, null);
        boolean claims = kind == DemandKind.MEETING || kind == DemandKind.CERTIFICATE;
        assertThat(Finding.ofMatter(verdict, kind, OTHER).grounds())
                .isEqualTo(claims ? null : DemandGrounds.LAW_GIVES_NO_CLAIM);
        assertThat(Finding.ofMatter(verdict, kind, null).grounds()).isEqualTo(DemandGrounds.LAW_GIVES_NO_CLAIM);
    }

    @ParameterizedTest
    @EnumSource(DemandKind.class)
    void unpaidServiceAloneAlwaysNeedsItsExemption(DemandKind kind) {
        assertThat(kind.needsExemption()).isEqualTo(kind == DemandKind.UNPAID_SERVICE);
        assertThat(kind.needsExemption() && !kind.mayBeExempted()).isFalse();
    }
}
