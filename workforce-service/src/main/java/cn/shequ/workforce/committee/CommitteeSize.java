package cn.shequ.workforce.committee;

import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.workforce.WorkforceProblem;

/** How many people a committee has: director, deputies and members together. */
record CommitteeSize(Rule fewest, Rule most) {

    /** @throws Refusal 422 with the number required and the actual one */
    void require(int size) {
        if (size < fewest.whole()) {
            throw refusal(WorkforceProblem.COMMITTEE_TOO_SMALL, fewest, size);
        }
        if (size > most.whole()) {
            throw refusal(WorkforceProblem.COMMITTEE_TOO_LARGE, most, size);
        }
    }

    private static Refusal refusal(WorkforceProblem problem, Rule bound, int size) {
        return Refusal.of(problem)
                .with("required", bound.whole())
                .with("actual", size)
                .under(bound);
    }
}
