package cn.shequ.funding.audit;

/** What is done with a finding after it was raised. */
public enum FindingStep {
    RECTIFIED,
    ACCEPTED,
    REJECTED
}
