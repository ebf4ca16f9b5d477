package cn.shequ.kit.problem;

import org.junit.jupiter.api.Test;

class HttpProblemTest {

    @Test
    void everyProblemIsSaidInBothLanguages() {
        ProblemTexts.areComplete(HttpProblem.class);
    }
}
