package cn.shequ.admission.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.RuleDirection;
import cn.shequ.kit.rulebook.RuleOrigin;
import cn.shequ.kit.rulebook.RuleUnit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-7")
class RequestGateTest {

    private static RequestGate gate(String lastDay) {
        return gate(lastDay, "1");
    }

    private static RequestGate gate(String lastDay, String yearsAhead) {
        return new RequestGate(
                2027,
                rule(RequestGate.REQUEST_BY, lastDay, RuleUnit.MONTH_DAY, RuleOrigin.POLICY),
                rule(RequestGate.YEARS_AHEAD, yearsAhead, RuleUnit.YEARS, RuleOrigin.PRODUCT_DEFAULT));
    }

    private static Rule rule(String id, String value, RuleUnit unit, RuleOrigin origin) {
        return new Rule(
                id, 1, LocalDate.of(2011, 12, 14), null, value, unit, RuleDirection.MAXIMUM, origin, "Art. 7", null);
    }

    /** What day it is in the city at a moment. */
    private static LocalDate day(String moment) {
        return LocalDate.now(Clock.fixed(Instant.parse(moment), ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void theLastSecondOfTheFirstQuarterIsInTime() {
        assertThatCode(() -> gate("--03-31").require(day("2027-03-31T15:59:59Z")))
                .doesNotThrowAnyException();
    }

    @Test
    void theFirstSecondOfTheSecondQuarterIsTooLate() {
        assertThatThrownBy(() -> gate("--03-31").require(day("2027-03-31T16:00:00Z")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code().code()).isEqualTo("evaluation-request-late");
                    assertThat(refusal.articles()).containsExactly(7);
                    assertThat(refusal.figures())
                            .containsEntry("required", LocalDate.of(2027, 3, 31))
                            .containsEntry("actual", LocalDate.of(2027, 4, 1));
                });
    }

    @Test
    void theYearBeforeIsInTimeAndTheYearAfterIsNot() {
        assertThatCode(() -> gate("--03-31").require(LocalDate.of(2026, 11, 28)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> gate("--03-31").require(LocalDate.of(2028, 1, 1)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aYearFurtherAheadIsNotAskedForYetAndThatIsNoMatterOfThePolicy() {
        assertThatCode(() -> gate("--03-31").require(LocalDate.of(2026, 1, 1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> gate("--03-31").require(LocalDate.of(2025, 12, 31)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code().code()).isEqualTo("evaluation-too-far-ahead");
                    assertThat(refusal.articles()).isEmpty();
                    assertThat(refusal.figures())
                            .containsEntry("required", 2026)
                            .containsEntry("actual", 2027);
                });
        assertThatThrownBy(() -> gate("--03-31", "0").require(LocalDate.of(2026, 12, 31)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aDistrictThatIsStricterEndsEarlier() {
        assertThatCode(() -> gate("--02-28").require(LocalDate.of(2027, 2, 28))).doesNotThrowAnyException();
        assertThatThrownBy(() -> gate("--02-28").require(LocalDate.of(2027, 3, 1)))
                .isInstanceOf(Refusal.class);
    }
}
