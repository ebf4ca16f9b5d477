package cn.shequ.facilities.localrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.facilities.Rules;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.ProblemCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.RuleUnit;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StricterOnlyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Rule AREA =
            Rules.minimum("development.area-per-100-households", RuleUnit.SQUARE_METRES, "30.00");
    private static final Rule KINDS = Rules.minimum("allocation.eligible-kinds", RuleUnit.SET, "URBAN_DISTRICT");
    private static final Rule DUE = Rules.maximum("allocation.due-on", RuleUnit.MONTH_DAY, "--03-31");

    @Test
    void a_minimum_may_rise_and_a_maximum_fall() {
        assertThat(decide(AREA, "30.00").value()).isEqualTo("30.00");
        assertThat(decide(AREA, "35").version()).isEqualTo(1);
        assertRefused(FacilitiesProblem.RULE_NOT_STRICTER, AREA, "29.99");
        assertThat(decide(DUE, "--02-28").value()).isEqualTo("--02-28");
        assertRefused(FacilitiesProblem.RULE_NOT_STRICTER, DUE, "--04-01");
    }

    @Test
    void a_set_may_only_grow() {
        assertThat(decide(KINDS, "DEVELOPMENT_ZONE,URBAN_DISTRICT").set())
                .containsExactly("DEVELOPMENT_ZONE", "URBAN_DISTRICT");
        assertRefused(FacilitiesProblem.RULE_NOT_STRICTER, KINDS, "DEVELOPMENT_ZONE");
    }

    @Test
    void what_is_no_value_of_the_unit_is_refused() {
        for (String value : new String[] {"-1", "30.001", "3e1", "thirty", "--03-31", ""}) {
            assertRefused(FacilitiesProblem.RULE_VALUE_INVALID, AREA, value);
        }
        for (String value : new String[] {"URBAN_DISTRICT,URBAN_DISTRICT", "URBAN_DISTRICT,MOON", "urban", ",", "35"}) {
            assertRefused(FacilitiesProblem.RULE_VALUE_INVALID, KINDS, value);
        }
        for (String value : new String[] {"03-31", "--02-30", "--3-1", "2026-03-31"}) {
            assertRefused(FacilitiesProblem.RULE_VALUE_INVALID, DUE, value);
        }
    }

    @Test
    void versions_follow_one_another_and_the_new_one_ends_the_old() {
        Rule first = decide(AREA, "35.00");
        Rule second = StricterOnly.decide(asked(AREA, "32.00", DAY.plusDays(1), null), AREA, Optional.of(first));
        assertThat(second.version()).isEqualTo(2);
        assertThat(StricterOnly.ended(first, second))
                .hasValueSatisfying(ended -> assertThat(ended.validTo()).isEqualTo(DAY));
        assertThatThrownBy(() -> StricterOnly.decide(asked(AREA, "36.00", DAY, null), AREA, Optional.of(first)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(FacilitiesProblem.RULE_NOT_LATER));
    }

    @Test
    void a_version_that_ended_by_itself_stays_as_it_is() {
        Rule first = StricterOnly.decide(asked(AREA, "35.00", DAY, DAY.plusDays(9)), AREA, Optional.empty());
        Rule second = StricterOnly.decide(asked(AREA, "36.00", DAY.plusDays(30), null), AREA, Optional.of(first));
        assertThat(StricterOnly.ended(first, second)).isEmpty();
    }

    @Test
    void a_rule_does_not_end_before_it_begins() {
        assertThatThrownBy(
                        () -> StricterOnly.decide(asked(AREA, "35.00", DAY, DAY.minusDays(1)), AREA, Optional.empty()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(HttpProblem.INVALID_REQUEST));
    }

    private static void assertRefused(ProblemCode code, Rule above, String value) {
        assertThatThrownBy(() -> decide(above, value))
                .as(value)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Rule decide(Rule above, String value) {
        return StricterOnly.decide(asked(above, value, DAY, null), above, Optional.empty());
    }

    private static NewLocalRule asked(Rule above, String value, LocalDate from, @Nullable LocalDate to) {
        return new NewLocalRule(DivisionCode.of("220102000000"), above.id(), value, from, to, "南府发〔2025〕8号");
    }
}
