package cn.shequ.events.admission;

/** What burdens a community when it is demanded (Art. 7). */
public enum BurdenKind {
    MEETING,
    UNPAID_SERVICE,
    /** Kept on paper. */
    LEDGER,
    STATISTICAL_FORM,
    TARGET,
    PLAQUE,
    CERTIFICATE
}
