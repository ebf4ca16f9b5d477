package cn.shequ.admission;

import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.Refusal;
import java.util.List;

/** What is wrong with a form as a whole is said all at once. */
public final class Contradictions {

    private Contradictions() {}

    /** @throws Refusal {@link AdmissionProblem#FORM_CONTRADICTORY} when there is any */
    public static void refuse(List<FieldError> findings) {
        if (!findings.isEmpty()) {
            Refusal contradictory = Refusal.of(AdmissionProblem.FORM_CONTRADICTORY);
            findings.forEach(contradictory::at);
            throw contradictory;
        }
    }
}
