package cn.shequ.admission.cooperation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.problem.Refusal;
import java.util.Collection;

/** A body has the part that Art. 35 gives to what it does: civil affairs leads, and nobody else does. */
public final class FunctionRule {

    private FunctionRule() {}

    public static boolean fits(DepartmentCategory category, CooperationFunction function) {
        return Functions.part(function) == category;
    }

    /** @throws Refusal {@link AdmissionProblem#CATEGORY_DOES_NOT_FIT} when one of the functions has another part */
    public static void require(DepartmentCategory category, Collection<CooperationFunction> functions) {
        for (CooperationFunction function : functions) {
            if (!fits(category, function)) {
                throw Refusal.of(AdmissionProblem.CATEGORY_DOES_NOT_FIT)
                        .with("function", function)
                        .with("required", Functions.part(function))
                        .with("actual", category);
            }
        }
    }
}
