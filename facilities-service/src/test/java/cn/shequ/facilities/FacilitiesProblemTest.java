package cn.shequ.facilities;

import cn.shequ.kit.problem.ProblemTexts;
import org.junit.jupiter.api.Test;

class FacilitiesProblemTest {

    @Test
    void every_refusal_is_worded_in_both_languages() {
        ProblemTexts.areComplete(FacilitiesProblem.class);
    }
}
