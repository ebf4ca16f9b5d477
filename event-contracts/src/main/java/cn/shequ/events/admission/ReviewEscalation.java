package cn.shequ.events.admission;

/** Before whom an application comes that its leading group did not decide in time. */
public enum ReviewEscalation {
    /** Of the group that has it. */
    PRINCIPAL_LEADER,
    /** The office of the next level up, which may take it over. */
    NEXT_LEVEL
}
