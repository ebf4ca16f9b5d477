package cn.shequ.admission.evaluation;

/** What is done with a requested evaluation. */
public enum EvaluationCommand {
    CAST_VOTE,
    APPROVE,
    REJECT,
    WITHDRAW
}
