package cn.shequ.admission.task;

/** How a member votes. */
public enum Ballot {
    FOR,
    AGAINST,
    ABSTAIN
}
