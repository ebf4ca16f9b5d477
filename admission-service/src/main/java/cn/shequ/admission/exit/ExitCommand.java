package cn.shequ.admission.exit;

/** What is done with a proposed exit. */
public enum ExitCommand {
    /** The residents of a community say what they think of it. */
    ASSESS,
    /** Enough of them generally reject the task. */
    REJECTED_BY_RESIDENTS,
    /** They do not, and cannot any more. */
    KEPT_BY_RESIDENTS,
    STATE_POSITION,
    WITHDRAW,
    /** A member takes no part, or the next level up decides. */
    RECUSE,
    CAST_VOTE,
    APPROVE,
    DECLINE
}
