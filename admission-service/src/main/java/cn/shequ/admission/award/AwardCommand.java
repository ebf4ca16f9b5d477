package cn.shequ.admission.award;

/** What happens to a nomination and to the award that it becomes. */
public enum AwardCommand {
    GRANT,
    DECLINE,
    /** By a one-vote veto. */
    CANCEL,
    /** By who gave it, with the reason. */
    WITHDRAW
}
