package cn.shequ.admission.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.RuleDirection;
import cn.shequ.kit.rulebook.RuleOrigin;
import cn.shequ.kit.rulebook.RuleUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-36")
class ScoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    private static Rule missingCounts(String value) {
        return new Rule(
                "x", 3, DAY, null, value, RuleUnit.COUNT, RuleDirection.MINIMUM, RuleOrigin.PRODUCT_DEFAULT, "x", null);
    }

    private static TargetFigure figure(
            Comparison comparison, int weight, @Nullable String recorded, @Nullable String corrected) {
        BigDecimal known = recorded == null ? null : new BigDecimal(recorded);
        return new TargetFigure(
                "x",
                "PERCENT",
                comparison,
                BigDecimal.TEN,
                weight,
                known,
                known,
                known,
                DAY,
                "workforce",
                corrected == null ? null : new BigDecimal(corrected),
                null);
    }

    @Test
    void theTargetItselfIsMetOnEitherSide() {
        assertThat(figure(Comparison.AT_LEAST, 1, "10.00", null).finding()).isEqualTo(TargetFinding.MET);
        assertThat(figure(Comparison.AT_LEAST, 1, "9.99", null).finding()).isEqualTo(TargetFinding.NOT_MET);
        assertThat(figure(Comparison.AT_MOST, 1, "10.00", null).finding()).isEqualTo(TargetFinding.MET);
        assertThat(figure(Comparison.AT_MOST, 1, "10.01", null).finding()).isEqualTo(TargetFinding.NOT_MET);
    }

    @Test
    void aCorrectionTakesThePlaceOfTheFigureEvenOfAMissingOne() {
        assertThat(figure(Comparison.AT_LEAST, 1, "9", "10").finding()).isEqualTo(TargetFinding.MET);
        assertThat(figure(Comparison.AT_LEAST, 1, null, "9").finding()).isEqualTo(TargetFinding.NOT_MET);
        assertThat(figure(Comparison.AT_LEAST, 1, null, null).finding()).isEqualTo(TargetFinding.MISSING);
    }

    @Test
    void whatIsMissingIsLeftOutUnlessTheRulebookCountsIt() {
        List<TargetFigure> targets = List.of(
                figure(Comparison.AT_LEAST, 50, "12", null),
                figure(Comparison.AT_LEAST, 10, "8", null),
                figure(Comparison.AT_LEAST, 40, null, null));
        assertThat(Score.of(targets, missingCounts("0"))).isEqualTo(new Score(new BigDecimal("83.33"), 50, 60, "x@3"));
        assertThat(Score.of(targets, missingCounts("1"))).isEqualTo(new Score(new BigDecimal("50.00"), 50, 100, "x@3"));
    }

    @Test
    void whereNothingCountsThereIsNoScore() {
        List<TargetFigure> nothing = List.of(figure(Comparison.AT_MOST, 100, null, null));
        assertThat(Score.of(nothing, missingCounts("0"))).isEqualTo(new Score(null, 0, 0, "x@3"));
        assertThat(Score.of(nothing, missingCounts("1")).percent()).isEqualByComparingTo("0");
    }
}
