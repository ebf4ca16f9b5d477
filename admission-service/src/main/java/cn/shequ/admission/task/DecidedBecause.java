package cn.shequ.admission.task;

/** Why it is this leading group that decides. */
public enum DecidedBecause {
    /** It is that of the applicant's own level (同级, Art. 5). */
    SAME_LEVEL,
    /** The applicant hosts the group of its own level, and does not decide on itself. */
    APPLICANT_HOSTS_GROUP,
    /** Too few of the group before could still vote, or its leader could not sign. */
    RECUSAL,
    /** One of the two would pass it up, but there is no level above. */
    NO_LEVEL_ABOVE
}
