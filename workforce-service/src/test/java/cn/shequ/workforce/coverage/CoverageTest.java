package cn.shequ.workforce.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.shequ.kit.RandomCases;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-19")
class CoverageTest {

    private static final BigDecimal TEN_PERCENT = new BigDecimal("10");

    @Test
    void one_in_ten_residents_is_enough() {
        Coverage coverage = new Coverage(420, 4_200, TEN_PERCENT);
        assertThat(coverage.isMet()).isTrue();
        assertThat(coverage.missing()).isZero();
        assertThat(coverage.percent()).isEqualTo("10.00");
    }

    @Test
    void one_less_is_not() {
        Coverage coverage = new Coverage(419, 4_200, TEN_PERCENT);
        assertThat(coverage.isMet()).isFalse();
        assertThat(coverage.missing()).isOne();
        assertThat(coverage.percent()).isEqualTo("9.97");
    }

    @Test
    void a_tenth_of_a_person_asks_for_a_whole_one() {
        assertThat(new Coverage(0, 4_201, TEN_PERCENT).missing()).isEqualTo(421);
    }

    @Test
    void what_is_missed_by_a_hair_is_not_rounded_up() {
        Coverage coverage = new Coverage(99_999, 1_000_000, TEN_PERCENT);
        assertThat(coverage.percent()).isEqualTo("9.99");
        assertThat(coverage.isMet()).isFalse();
    }

    @Test
    void without_residents_nothing_is_met_or_missed() {
        Coverage coverage = new Coverage(3, 0, TEN_PERCENT);
        assertThat(coverage.isMeasured()).isFalse();
        assertThat(coverage.isMet()).isFalse();
        assertThat(coverage.percent()).isNull();
    }

    @Test
    void negative_figures_do_not_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(-1, 10, TEN_PERCENT));
    }

    @Test
    void the_missing_volunteers_are_exactly_what_reaches_the_target() {
        RandomCases.forAll(2_000, random -> {
            long residents = random.nextLong(1, 10_000_000);
            BigDecimal target = BigDecimal.valueOf(random.nextLong(0, 10_001), 2);
            Coverage coverage = new Coverage(random.nextLong(0, residents + 1), residents, target);
            Coverage reached = new Coverage(coverage.volunteers() + coverage.missing(), residents, target);
            assertThat(reached.isMet()).isTrue();
            assertThat(reached.percent()).isGreaterThanOrEqualTo(target);
            if (coverage.missing() > 0) {
                Coverage almost = new Coverage(reached.volunteers() - 1, residents, target);
                assertThat(almost.isMet()).isFalse();
                assertThat(almost.percent()).isLessThan(target);
            }
        });
    }
}
