package cn.shequ.funding.commitment;

/** What is done with a reservation after it was proposed. */
public enum CommitmentStep {
    APPROVED,
    REJECTED,
    /** 用完: the last of it is used by an approved expenditure. */
    USED_UP,
    /** 释放: somebody gives the rest back. */
    RELEASED,
    /** 到期: its last day has passed. */
    EXPIRED
}
