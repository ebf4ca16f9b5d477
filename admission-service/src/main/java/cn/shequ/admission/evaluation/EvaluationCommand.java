package cn.shequ.admission.evaluation;

/** What is done with a requested evaluation. */
public enum EvaluationCommand {
    CAST_VOTE,
    /** A member takes no part, or the next level up decides. */
    RECUSE,
    APPROVE,
    REJECT,
    WITHDRAW
}
