package cn.shequ.funding;

import cn.shequ.kit.problem.ProblemTexts;
import org.junit.jupiter.api.Test;

class FundingProblemTest {

    @Test
    void every_refusal_is_said_in_both_languages_with_the_same_figures() {
        ProblemTexts.areComplete(FundingProblem.class);
    }
}
