package cn.shequ.facilities.premises;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.events.facilities.PremisesStanding;
import cn.shequ.facilities.Rules;
import cn.shequ.facilities.area.FloorArea;
import cn.shequ.kit.rulebook.RuleUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("art-12")
class StandingTest {

    private static final Standing MEASURES = new Standing(
            Rules.minimum(Standing.WEAK_BELOW, RuleUnit.SQUARE_METRES, "300.00"),
            Rules.minimum(Standing.STANDARD, RuleUnit.SQUARE_METRES, "500.00"));

    @ParameterizedTest
    @CsvSource({
        "0.00, WEAK",
        "299.99, WEAK",
        "300.00, BELOW_STANDARD",
        "499.99, BELOW_STANDARD",
        "500.00, STANDARD",
        "9999999.99, STANDARD"
    })
    void below_300_is_weak_and_from_500_on_is_standard(String area, PremisesStanding standing) {
        assertThat(MEASURES.of(FloorArea.of(area))).isEqualTo(standing);
    }
}
