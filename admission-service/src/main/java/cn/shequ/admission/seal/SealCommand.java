package cn.shequ.admission.seal;

/** What is done with a seal, apart from setting it. */
public enum SealCommand {
    HAND_OVER,
    REPORT_LOSS,
    REPLACE
}
