package cn.shequ.admission.assessment;

import cn.shequ.kit.rulebook.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the weight that counted was met. What that is worth, in words or ranks, is the city's own affair.
 *
 * @param percent with two decimals; null where nothing counted
 * @param weightMet the weight of the targets that were met
 * @param weightCounted the weight of all targets, or of those with a figure
 * @param rule the row by which missing figures count or not, by its reference
 */
public record Score(@Nullable BigDecimal percent, int weightMet, int weightCounted, String rule) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param missing says whether a missing figure counts as not met: 0 leaves its target out, 1 does not */
    static Score of(List<TargetFigure> targets, Rule missing) {
        int met = weight(targets, List.of(TargetFinding.MET));
        int counted = missing.decimal().signum() > 0
                ? weight(targets, List.of(TargetFinding.values()))
                : weight(targets, List.of(TargetFinding.MET, TargetFinding.NOT_MET));
        BigDecimal percent = counted == 0
                ? null
                : HUNDRED.multiply(BigDecimal.valueOf(met))
                        .divide(BigDecimal.valueOf(counted), 2, RoundingMode.HALF_UP);
        return new Score(percent, met, counted, missing.reference());
    }

    private static int weight(List<TargetFigure> targets, List<TargetFinding> findings) {
        return targets.stream()
                .filter(target -> findings.contains(target.finding()))
                .mapToInt(TargetFigure::weight)
                .sum();
    }
}
