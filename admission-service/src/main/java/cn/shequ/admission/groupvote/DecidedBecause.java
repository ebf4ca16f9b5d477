package cn.shequ.admission.groupvote;

/** Why it is this leading group that decides. */
public enum DecidedBecause {
    /** It is that of the applicant's own level (同级, Art. 5, 7). */
    SAME_LEVEL,
    /** Whose matter it is hosts the group of its own level, and does not decide on itself. */
    APPLICANT_HOSTS_GROUP,
    /** In the group before, too few may vote or nobody may sign, mostly by recusal. */
    GROUP_CANNOT_DECIDE,
    /** The group before let both its time and its leader's pass, and this one took the matter over. */
    GROUP_OVERDUE,
    /** One of these would pass it up, but no level above can decide either. */
    NO_LEVEL_ABOVE
}
