package cn.shequ.funding.audit;

/** What is done with an audit after it was planned. */
public enum AuditStep {
    DRAWN,
    CLOSED,
    DROPPED
}
