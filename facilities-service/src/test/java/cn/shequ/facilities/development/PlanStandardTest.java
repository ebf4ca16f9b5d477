package cn.shequ.facilities.development;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.facilities.Rules;
import cn.shequ.facilities.area.FloorArea;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.RuleUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-13")
class PlanStandardTest {

    private static final Rule THIRTY = rate("30.00");

    @Test
    void two_thousand_households_need_600_square_metres_and_a_hundredth_less_is_too_little() {
        PlanStandard.Measure short1 = PlanStandard.measure(List.of(phase(1, 2_000, "599.99")), THIRTY);
        assertThat(short1.isMet()).isFalse();
        assertThat(short1.required()).isEqualTo(FloorArea.of("600"));
        assertThat(short1.missing()).isEqualTo(FloorArea.of("0.01"));
        assertThat(PlanStandard.measure(List.of(phase(1, 2_000, "600.00")), THIRTY)
                        .isMet())
                .isTrue();
    }

    @Test
    void households_that_are_no_full_hundred_count_by_the_household() {
        assertThat(PlanStandard.measure(List.of(phase(1, 2_001, "600.29")), THIRTY)
                        .isMet())
                .isFalse();
        assertThat(PlanStandard.measure(List.of(phase(1, 2_001, "600.30")), THIRTY)
                        .isMet())
                .isTrue();
    }

    @Test
    void service_premises_and_welfare_facilities_count_together() {
        Phase phase = new Phase(1, 2_000, FloorArea.of("399.99"), FloorArea.of("200.01"));
        assertThat(PlanStandard.measure(List.of(phase), THIRTY).isMet()).isTrue();
    }

    @Test
    void no_phase_lives_on_the_promises_of_a_later_one() {
        PlanStandard.Measure measure =
                PlanStandard.measure(List.of(phase(1, 1_000, "299.99"), phase(2, 1_000, "300.01")), THIRTY);
        assertThat(measure.isMet()).isFalse();
        assertThat(measure.upToPhase()).isEqualTo(1);
        assertThat(measure.required()).isEqualTo(FloorArea.of("300"));
        assertThat(measure.missing()).isEqualTo(FloorArea.of("0.01"));
    }

    @Test
    void a_later_phase_may_live_on_what_an_earlier_one_has_too_much() {
        assertThat(PlanStandard.measure(List.of(phase(1, 1_000, "600"), phase(2, 1_000, "0")), THIRTY)
                        .isMet())
                .isTrue();
    }

    @Test
    void where_the_whole_falls_short_the_figures_are_those_of_the_whole() {
        PlanStandard.Measure measure =
                PlanStandard.measure(List.of(phase(1, 1_000, "0"), phase(2, 1_000, "300")), THIRTY);
        assertThat(measure.upToPhase()).isEqualTo(2);
        assertThat(measure.missing()).isEqualTo(FloorArea.of("300"));
    }

    @Test
    void what_is_required_is_the_smallest_area_that_passes() {
        long seed = 20_111_214L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 20_000; i++) {
            int households = 1 + random.nextInt(100_000);
            Rule rate = rate(BigDecimal.valueOf(1 + random.nextInt(10_000), 2).toPlainString());
            FloorArea required = PlanStandard.measure(List.of(phase(1, households, "0")), rate)
                    .required();
            FloorArea justBelow = new FloorArea(required.squareMetres().subtract(new BigDecimal("0.01")));
            String where = "seed %d, case %d: %d households at %s".formatted(seed, i, households, rate.value());
            assertThat(isMet(households, required, rate)).as(where).isTrue();
            assertThat(isMet(households, justBelow, rate)).as(where).isFalse();
        }
    }

    @Test
    void a_plan_passes_exactly_when_every_phase_with_all_before_it_does() {
        long seed = 13L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 5_000; i++) {
            List<Phase> phases = new ArrayList<>();
            boolean expected = true;
            long households = 0;
            long hundredths = 0;
            for (int number = 1; number <= 1 + random.nextInt(5); number++) {
                int more = 1 + random.nextInt(300);
                int area = random.nextInt(more * 60 + 1);
                households += more;
                hundredths += area;
                expected &= hundredths >= households * 30;
                phases.add(phase(number, more, BigDecimal.valueOf(area, 2).toPlainString()));
            }
            assertThat(PlanStandard.measure(phases, THIRTY).isMet())
                    .as("seed %d, case %d: %s", seed, i, phases)
                    .isEqualTo(expected);
        }
    }

    private static boolean isMet(int households, FloorArea area, Rule rate) {
        return PlanStandard.measure(List.of(new Phase(1, households, area, FloorArea.NONE)), rate)
                .isMet();
    }

    private static Phase phase(int number, int households, String area) {
        return new Phase(number, households, FloorArea.of(area), FloorArea.NONE);
    }

    private static Rule rate(String value) {
        return Rules.minimum(PlanStandard.RULE, RuleUnit.SQUARE_METRES, value);
    }
}
