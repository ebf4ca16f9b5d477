package cn.shequ.admission.exit;

/** What is done with a proposed exit. */
public enum ExitCommand {
    /** The residents' assessment found general rejection. */
    REJECTED_BY_RESIDENTS,
    /** It found none. */
    KEPT_BY_RESIDENTS,
    STATE_POSITION,
    WITHDRAW,
    CAST_VOTE,
    APPROVE,
    DECLINE
}
