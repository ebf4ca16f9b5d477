package cn.shequ.admission.seal;

/** What is done with a seal, apart from setting it. */
public enum SealCommand {
    HAND_OVER,
    /** Whoever keeps it keeps it after an election as well. */
    CONFIRM_CUSTODY,
    REPORT_LOSS,
    REPLACE
}
