package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.DecisionRule.Outcome;

/** What is done with an application, each by one capacity only. */
public enum TaskCommand {
    EDIT(Capacity.APPLICANT),
    SUBMIT(Capacity.APPLICANT),
    ACCEPT(Capacity.OFFICE),
    RETURN(Capacity.OFFICE),
    CAST_VOTE(Capacity.MEMBER),
    /** The group's votes decided for the task; found by counting, with the last vote or when the office closes. */
    DECIDE_FOR(Capacity.OFFICE),
    REJECT(Capacity.OFFICE),
    /** A member takes no part. */
    RECUSE_MEMBER(Capacity.RECUSED),
    /** The principal leader, or a deputy, takes no part. */
    RECUSE_LEADER(Capacity.RECUSED),
    /** The next level up decides; follows from a recusal. */
    PASS_UP(Capacity.OFFICE),
    SIGN(Capacity.PRINCIPAL_LEADER),
    REFUSE_SIGNATURE(Capacity.PRINCIPAL_LEADER),
    WITHDRAW(Capacity.APPLICANT);

    private final Capacity capacity;

    TaskCommand(Capacity capacity) {
        this.capacity = capacity;
    }

    public Capacity capacity() {
        return capacity;
    }

    static TaskCommand following(Outcome outcome) {
        return switch (outcome) {
            case FOR -> DECIDE_FOR;
            case REJECTED -> REJECT;
        };
    }
}
