package cn.shequ.admission.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-30")
class PointsRuleTest {

    private final PointsRule rule = new PointsRule(List.of(new Criterion(1, "居民自治", 60), new Criterion(2, "调处", 40)));

    private List<String> findings(Review.Line... lines) {
        return rule.findings(List.of(lines)).stream()
                .map((FieldError error) -> error.field() + " " + error.code())
                .toList();
    }

    @Test
    void everyCriterionGetsPointsOnceAndAtMostItsOwn() {
        assertThat(findings(new Review.Line(2, 40), new Review.Line(1, 0))).isEmpty();
        assertThat(findings(new Review.Line(1, 61), new Review.Line(2, 40)))
                .containsExactly("lines[0].points points-above");
        assertThat(findings(new Review.Line(1, 1), new Review.Line(1, 1)))
                .containsExactly("lines[1].criterion criterion-twice", "lines criterion-missing");
        assertThat(findings(new Review.Line(3, 1), new Review.Line(1, 1), new Review.Line(2, 1)))
                .containsExactly("lines[0].criterion unknown-criterion");
    }

    @Test
    void pointsAddUp() {
        assertThat(PointsRule.sum(List.of(new Review.Line(1, 59), new Review.Line(2, 40))))
                .isEqualTo(99);
    }
}
