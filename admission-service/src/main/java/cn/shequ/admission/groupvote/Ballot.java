package cn.shequ.admission.groupvote;

/** How a member votes. */
public enum Ballot {
    FOR,
    AGAINST,
    ABSTAIN
}
