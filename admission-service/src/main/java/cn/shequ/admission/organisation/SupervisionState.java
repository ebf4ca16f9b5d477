package cn.shequ.admission.organisation;

/** Whether anything is still to come of an act of supervision. */
public enum SupervisionState {
    OPEN,
    /** Open, and its deadline has passed. */
    OVERDUE,
    DONE
}
