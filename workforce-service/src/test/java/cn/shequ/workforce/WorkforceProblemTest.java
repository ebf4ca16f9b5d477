package cn.shequ.workforce;

import cn.shequ.kit.problem.ProblemTexts;
import org.junit.jupiter.api.Test;

class WorkforceProblemTest {

    @Test
    void every_refusal_is_said_in_both_languages() {
        ProblemTexts.areComplete(WorkforceProblem.class);
    }
}
