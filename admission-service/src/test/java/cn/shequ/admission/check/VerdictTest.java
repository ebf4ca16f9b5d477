package cn.shequ.admission.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.admission.duty.OfficeDuty;
import cn.shequ.admission.duty.StatutoryDuty;
import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("art-4")
@Tag("art-5")
class VerdictTest {

    private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);

    private static AdmittedTask task(PlacementStage stage, @Nullable LocalDate fundedThrough) {
        return owing(stage, fundedThrough, null);
    }

    private static AdmittedTask owing(
            PlacementStage stage, @Nullable LocalDate fundedThrough, @Nullable String amount) {
        UUID placement = UUID.randomUUID();
        return new AdmittedTask(
                placement,
                UUID.randomUUID(),
                CreditCode.of("11220102DEM000014K"),
                "卫生健康局",
                "PUBLIC_HEALTH",
                "体检",
                "通知",
                "老人",
                "登记",
                FROM,
                TO,
                stage,
                fundedThrough,
                "placement.payment-grace@1",
                stage == PlacementStage.EXITED ? FROM.plusDays(10) : null,
                amount == null ? null : new AmountDue(placement, FROM.getYear(), Money.of(amount), FROM));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "ACTIVE, 2026-03-31, NOT_YET_VALID",
        "ACTIVE, 2026-04-01, ADMITTED",
        "ACTIVE, 2026-12-31, ADMITTED",
        "ACTIVE, 2027-01-01, EXPIRED",
        "AWAITING_FUNDS, 2026-04-01, FUNDS_NOT_PAID",
        "FUNDS_LAPSED, 2026-04-01, FUNDS_NOT_PAID",
        "AWAITING_FUNDS, 2027-01-01, EXPIRED",
        "EXPIRED, 2026-12-31, EXPIRED",
        "EXITED, 2026-06-01, EXITED",
        "EXITED, 2027-01-01, EXITED"
    })
    void datesAreComparedAtTheMomentOfAsking(PlacementStage stage, LocalDate on, ReasonCode expected) {
        assertThat(task(stage, null).standing(on)).isEqualTo(expected);
    }

    @Test
    void paymentsCoverTheirLastDayAndNotTheNext() {
        LocalDate covered = LocalDate.of(2026, 6, 30);
        assertThat(task(PlacementStage.ACTIVE, covered).standing(covered)).isEqualTo(ReasonCode.ADMITTED);
        assertThat(task(PlacementStage.ACTIVE, covered).standing(covered.plusDays(1)))
                .isEqualTo(ReasonCode.FUNDS_NOT_PAID);
    }

    @Test
    void onePlacementInForceIsEnoughAndTheOthersAreNotShown() {
        AdmittedTask inForce = task(PlacementStage.ACTIVE, null);
        Verdict verdict = Verdict.ofPlacements(List.of(task(PlacementStage.AWAITING_FUNDS, null), inForce), FROM);
        assertThat(verdict.permitted()).isTrue();
        assertThat(verdict.tasks()).containsExactly(inForce);
    }

    @Test
    void everyReasonForANoIsGivenOnce() {
        Verdict verdict = Verdict.ofPlacements(
                List.of(
                        task(PlacementStage.EXPIRED, null),
                        task(PlacementStage.AWAITING_FUNDS, null),
                        task(PlacementStage.FUNDS_LAPSED, null)),
                FROM);
        assertThat(verdict.permitted()).isFalse();
        assertThat(verdict.reasons()).containsExactly(ReasonCode.FUNDS_NOT_PAID, ReasonCode.EXPIRED);
    }

    @Test
    void whatIsOwedIsDueWhereMoneyStandsInTheWay() {
        List<AdmittedTask> found = List.of(
                owing(PlacementStage.AWAITING_FUNDS, null, "100.00"),
                owing(PlacementStage.ACTIVE, FROM, "200.50"),
                owing(PlacementStage.EXITED, null, "4000.00"),
                task(PlacementStage.FUNDS_LAPSED, null));
        assertThat(Verdict.ofPlacements(found, FROM.plusDays(1)).due(FROM.plusDays(1)))
                .extracting(due -> due.amountDue().toString())
                .containsExactly("100.00", "200.50");
    }

    @Test
    void withoutAnyPlacementItWasNotAdmitted() {
        assertThat(Verdict.ofPlacements(List.of(), FROM).chief()).isEqualTo(ReasonCode.NOT_ADMITTED);
        assertThat(ReasonCode.NOT_ADMITTED.articles()).containsExactly(4, 5);
    }

    @Test
    void aDutyPermitsOnlyWhileItsLawIsInForce() {
        StatutoryDuty duty = new StatutoryDuty(
                "CIVIL_MEDIATION", "调解", "Mediate", LegalBasisKind.LAW, "法第三条", "Law, Art. 3", FROM, TO);
        assertThat(Verdict.ofDuty(duty, null, TO).permitted()).isTrue();
        assertThat(Verdict.ofDuty(duty, null, TO.plusDays(1)).chief()).isEqualTo(ReasonCode.OUT_OF_SCOPE);
        assertThat(Verdict.ofDuty(null, null, TO).chief()).isEqualTo(ReasonCode.OUT_OF_SCOPE);
    }

    @Test
    @Tag("art-6")
    void aDutyOfAnOfficeIsNotShiftedUnlessLawGivesItToCommittees() {
        OfficeDuty office = new OfficeDuty(
                "CITY_MANAGEMENT",
                OfficeDuty.Owner.SUBDISTRICT_OFFICE,
                OfficeDuty.Function.SOCIAL_MANAGEMENT,
                "城市管理",
                "City management",
                "第2条",
                "Art. 2",
                FROM,
                TO);
        StatutoryDuty byLaw = new StatutoryDuty(
                "CITY_MANAGEMENT", "城市管理", "City management", LegalBasisKind.LAW, "法", "Law", FROM, TO);
        assertThat(Verdict.ofDuty(null, office, TO).chief()).isEqualTo(ReasonCode.OFFICE_DUTY);
        assertThat(Verdict.ofDuty(null, office, TO).permitted()).isFalse();
        assertThat(Verdict.ofDuty(null, office, FROM.minusDays(1)).chief()).isEqualTo(ReasonCode.OUT_OF_SCOPE);
        assertThat(Verdict.ofDuty(null, office, TO.plusDays(1)).chief()).isEqualTo(ReasonCode.OUT_OF_SCOPE);
        assertThat(Verdict.ofDuty(byLaw, office, TO).permitted()).isTrue();
        assertThat(ReasonCode.OFFICE_DUTY.articles()).containsExactly(6);
    }
}
