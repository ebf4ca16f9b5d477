package cn.shequ.admission.assessment;

/** What a target came to. */
public enum TargetFinding {
    MET,
    NOT_MET,
    /** No figure of the year in the unit of the target. */
    MISSING
}
