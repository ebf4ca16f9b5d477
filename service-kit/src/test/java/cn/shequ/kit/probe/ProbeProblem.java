package cn.shequ.kit.probe;

import cn.shequ.kit.problem.ProblemCode;
import java.util.List;

enum ProbeProblem implements ProblemCode {
    TOO_SMALL,
    FORBIDDEN_AMOUNT;

    @Override
    public int status() {
        return 422;
    }

    @Override
    public List<Integer> articles() {
        return List.of(16);
    }

    @Override
    public String bundle() {
        return "messages/probe";
    }
}
