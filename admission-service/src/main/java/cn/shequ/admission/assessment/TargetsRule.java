package cn.shequ.admission.assessment;

import cn.shequ.kit.problem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A target is on what is measured, within what its unit can be, once for each indicator; the weights add up to 100. */
final class TargetsRule {

    private static final int WHOLE = 100;

    /** What the figures of a unit are at most; of others no bound is known. */
    private static final Map<String, BigDecimal> MOST =
            Map.of("PERCENT", BigDecimal.valueOf(100), "RATIO", BigDecimal.ONE);

    private final Map<String, String> units;

    /** @param units of the indicators of which figures are known */
    TargetsRule(Map<String, String> units) {
        this.units = Map.copyOf(units);
    }

    /** What is wrong with the targets; empty when they fit. */
    List<FieldError> findings(List<NewTarget> targets) {
        List<FieldError> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            NewTarget target = targets.get(i);
            String field = "targets[" + i + "]";
            if (!seen.add(target.indicator())) {
                findings.add(
                        FieldError.of(field + ".indicator", "indicator-twice", Map.of("value", target.indicator())));
            }
            String unit = units.get(target.indicator());
            if (unit == null) {
                findings.add(FieldError.of(
                        field + ".indicator", "indicator-not-measured", Map.of("value", target.indicator())));
            } else if (isAbove(target.value(), unit)) {
                findings.add(FieldError.of(field + ".value", "target-above", Map.of("most", most(unit), "unit", unit)));
            }
        }
        int sum = targets.stream().mapToInt(NewTarget::weight).sum();
        if (sum != WHOLE) {
            findings.add(FieldError.of("targets", "weights-do-not-add-up", Map.of("required", WHOLE, "actual", sum)));
        }
        return findings;
    }

    /** Whether no figure of that unit can be so much. */
    static boolean isAbove(BigDecimal value, String unit) {
        return MOST.containsKey(unit) && value.compareTo(most(unit)) > 0;
    }

    /** The most that a figure of the unit can be; only of a unit that has a bound. */
    static BigDecimal most(String unit) {
        return Objects.requireNonNull(MOST.get(unit));
    }
}
