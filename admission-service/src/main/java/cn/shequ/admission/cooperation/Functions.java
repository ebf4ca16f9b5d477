package cn.shequ.admission.cooperation;

import static java.util.Objects.requireNonNull;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.problem.Refusal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Art. 35 names, in its order and words: the lead, eleven cooperating and five policy departments, six bodies. A body has
 * the part that the article gives to what it does: civil affairs leads, and nobody else does.
 */
public final class Functions {

    private final List<NamedFunction> all;
    private final Map<CooperationFunction, DepartmentCategory> parts;

    /** @param listed in the order of the article */
    Functions(Collection<NamedFunction> listed) {
        all = List.copyOf(listed);
        parts = all.stream().collect(Collectors.toUnmodifiableMap(NamedFunction::code, NamedFunction::part));
    }

    /** Without doubles, in the order of the article. */
    public static Set<CooperationFunction> inOrder(Collection<CooperationFunction> functions) {
        Set<CooperationFunction> ordered = EnumSet.noneOf(CooperationFunction.class);
        ordered.addAll(functions);
        return Collections.unmodifiableSet(ordered);
    }

    public List<NamedFunction> all() {
        return all;
    }

    public DepartmentCategory part(CooperationFunction function) {
        return requireNonNull(parts.get(function));
    }

    public boolean fit(DepartmentCategory category, CooperationFunction function) {
        return part(function) == category;
    }

    /** @throws Refusal {@link AdmissionProblem#CATEGORY_DOES_NOT_FIT} when one of the functions has another part */
    public void requireFit(DepartmentCategory category, Collection<CooperationFunction> functions) {
        for (CooperationFunction function : functions) {
            if (!fit(category, function)) {
                throw Refusal.of(AdmissionProblem.CATEGORY_DOES_NOT_FIT)
                        .with("function", function)
                        .with("required", part(function))
                        .with("actual", category);
            }
        }
    }
}
