package cn.shequ.funding.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Roles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
class ViolationTest {

    private static final DivisionCode STREET = DivisionCode.of("220102001000");
    private static final DivisionCode DISTRICT = DivisionCode.of("220102000000");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 12);

    @Test
    void a_body_that_says_nothing_is_heard_to_the_end_of_its_last_day() {
        Violation violation = notified();
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> violation.require(ViolationStep.CONFIRMED, "auditor", LAST_DAY));
        assertThat(refusal.code()).isEqualTo(FundingProblem.EXPLANATION_AWAITED);
        assertThatNoException()
                .isThrownBy(() -> violation.require(ViolationStep.CONFIRMED, "auditor", LAST_DAY.plusDays(1)));
        assertThatNoException().isThrownBy(() -> violation.require(ViolationStep.DISMISSED, "auditor", LAST_DAY));
    }

    @Test
    void who_reported_neither_confirms_nor_dismisses_and_may_notify() {
        for (ViolationStep step : List.of(ViolationStep.CONFIRMED, ViolationStep.DISMISSED)) {
            Refusal refusal = catchThrowableOfType(
                    Refusal.class, () -> notified().require(step, "reporter", LAST_DAY.plusDays(1)));
            assertThat(refusal.code()).isEqualTo(FundingProblem.VIOLATION_SAME_PERSON);
        }
        assertThat(notified().forBody().reportedBy()).isNull();
    }

    @Test
    void finance_and_the_office_speak_for_their_division_and_auditors_for_nobody() {
        Payer district = Payer.financeOf(DISTRICT);
        assertThat(BodyConcerned.isSpokenForBy(district, caller(Roles.FINANCE_OFFICER, DISTRICT, null)))
                .isTrue();
        assertThat(BodyConcerned.isSpokenForBy(district, caller(Roles.AUDITOR, DISTRICT, null)))
                .isFalse();
        assertThat(BodyConcerned.isSpokenForBy(
                        Payer.financeOf(STREET), caller(Roles.SUBDISTRICT_OFFICER, STREET, null)))
                .isTrue();
        assertThat(BodyConcerned.isSpokenForBy(
                        Payer.financeOf(STREET), caller(Roles.SUBDISTRICT_ACCOUNTANT, STREET, null)))
                .isFalse();
        String health = "11220102DEM000014K";
        assertThat(BodyConcerned.isSpokenForBy(new Payer(health), caller(Roles.DEPARTMENT_OFFICER, DISTRICT, health)))
                .isTrue();
        assertThat(BodyConcerned.isSpokenForBy(
                        new Payer(health), caller(Roles.DEPARTMENT_OFFICER, DISTRICT, "11220102DEM000022E")))
                .isFalse();
    }

    private static Caller caller(String role, DivisionCode division, String department) {
        return new Caller("somebody", "test", Set.of(role), division, department);
    }

    private static Violation notified() {
        return new Violation(
                UUID.randomUUID(),
                ViolationKind.ENCROACHMENT,
                UUID.randomUUID(),
                0,
                UUID.randomUUID(),
                STREET,
                null,
                Payer.financeOf(STREET),
                Money.ZERO,
                Money.of("800.00"),
                LAST_DAY.minusDays(14),
                false,
                "reporter",
                null,
                "x",
                List.of(),
                Instant.EPOCH,
                ViolationStage.NOTIFIED,
                List.of(new Violation.Taken(
                        ViolationStep.NOTIFIED, "finance", LAST_DAY.minusDays(14), LAST_DAY, null, List.of())),
                List.of());
    }
}
