package cn.shequ.admission.burden;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.problem.ProblemCode;
import java.util.List;

/** The refusal of a demand: one of the service's own, which rests on the articles of its grounds (Art. 4 to 7). */
record GroundlessDemand(DemandGrounds grounds) implements ProblemCode {

    private AdmissionProblem problem() {
        return grounds == DemandGrounds.DUTY_SHIFTED
                ? AdmissionProblem.DUTY_SHIFTED
                : AdmissionProblem.DEMAND_WITHOUT_BASIS;
    }

    @Override
    public String name() {
        return problem().name();
    }

    @Override
    public int status() {
        return problem().status();
    }

    @Override
    public List<Integer> articles() {
        return grounds.articles();
    }

    @Override
    public String bundle() {
        return problem().bundle();
    }
}
