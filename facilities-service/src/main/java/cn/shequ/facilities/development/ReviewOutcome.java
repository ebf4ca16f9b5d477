package cn.shequ.facilities.development;

/** What a planning review ends with; there is no third way. */
public enum ReviewOutcome {
    APPROVED,
    REJECTED
}
