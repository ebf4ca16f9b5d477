package cn.shequ.admission.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.problem.FieldError;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-36")
class TargetsRuleTest {

    private final TargetsRule rule = new TargetsRule(Map.of("share", "PERCENT", "ratio", "RATIO", "cases", "COUNT"));

    private static NewTarget target(String indicator, String value, int weight) {
        return new NewTarget(indicator, Comparison.AT_LEAST, new BigDecimal(value), weight);
    }

    private List<String> codes(NewTarget... targets) {
        return rule.findings(List.of(targets)).stream().map(FieldError::code).toList();
    }

    @Test
    void weightsThatAddUpToAHundredFit() {
        assertThat(codes(target("share", "100", 60), target("ratio", "1", 39), target("cases", "100000", 1)))
                .isEmpty();
        assertThat(codes(target("share", "0", 100))).isEmpty();
    }

    @Test
    void oneTooMuchOrTooLittleDoesNot() {
        assertThat(codes(target("share", "50", 60), target("ratio", "1", 39))).containsExactly("weights-do-not-add-up");
        assertThat(codes(target("share", "50", 60), target("ratio", "1", 41))).containsExactly("weights-do-not-add-up");
    }

    @Test
    void moreThanTheUnitCanBeIsNoTarget() {
        assertThat(codes(target("share", "100.01", 50), target("ratio", "1.000001", 50)))
                .containsExactly("target-above", "target-above");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(codes(target("share", "1", 50), target("share", "1", 50), target("unheard-of", "1", 1)))
                .containsExactly("indicator-twice", "indicator-not-measured", "weights-do-not-add-up");
    }
}
