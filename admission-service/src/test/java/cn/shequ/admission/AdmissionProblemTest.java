package cn.shequ.admission;

import cn.shequ.kit.problem.ProblemTexts;
import org.junit.jupiter.api.Test;

class AdmissionProblemTest {

    @Test
    void everyRefusalIsSaidInBothLanguagesWithTheSameFigures() {
        ProblemTexts.areComplete(AdmissionProblem.class);
    }
}
