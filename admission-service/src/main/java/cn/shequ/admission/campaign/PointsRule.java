package cn.shequ.admission.campaign;

import cn.shequ.kit.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every criterion of a campaign gets its points once, and none more than it gives. */
final class PointsRule {

    private final Map<Integer, Criterion> criteria;

    PointsRule(List<Criterion> criteria) {
        this.criteria = criteria.stream().collect(Collectors.toMap(Criterion::number, Function.identity()));
    }

    /** What is wrong with the lines; empty when they fit. */
    List<FieldError> findings(List<? extends CriterionPoints> lines) {
        List<FieldError> findings = new ArrayList<>();
        Set<Integer> missing = new HashSet<>(criteria.keySet());
        for (int i = 0; i < lines.size(); i++) {
            CriterionPoints line = lines.get(i);
            Criterion criterion = criteria.get(line.criterion());
            String field = "lines[" + i + "]";
            if (criterion == null) {
                findings.add(
                        FieldError.of(field + ".criterion", "unknown-criterion", Map.of("value", line.criterion())));
            } else if (!missing.remove(line.criterion())) {
                findings.add(FieldError.of(field + ".criterion", "criterion-twice", Map.of("value", line.criterion())));
            } else if (line.points() > criterion.points()) {
                findings.add(FieldError.of(field + ".points", "points-above", Map.of("most", criterion.points())));
            }
        }
        missing.stream()
                .sorted()
                .map(number -> FieldError.of("lines", "criterion-missing", Map.of("value", number)))
                .forEach(findings::add);
        return findings;
    }

    static int sum(List<? extends CriterionPoints> lines) {
        return lines.stream().mapToInt(CriterionPoints::points).sum();
    }
}
