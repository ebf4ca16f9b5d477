package cn.shequ.events.funding;

/** Why money is owed to a fund. */
public enum ObligationOrigin {
    ANNUAL_ALLOCATION,
    PLACEMENT,
    TRAINING_SHARE,
    PAYROLL,
    PURCHASE,
    REMEDIATION
}
