package cn.shequ.kit.document;

import cn.shequ.kit.problem.ProblemTexts;
import org.junit.jupiter.api.Test;

class DocumentProblemTest {

    @Test
    void every_problem_is_said_in_both_languages() {
        ProblemTexts.areComplete(DocumentProblem.class);
    }
}
