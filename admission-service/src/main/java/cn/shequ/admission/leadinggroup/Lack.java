package cn.shequ.admission.leadinggroup;

/** What a division lacks of a leading group that can decide (Art. 34). */
public enum Lack {
    /** No group was ever set up. */
    GROUP,
    /** Its composition begins on a later day. */
    LEADER,
    /** No member is in term. */
    MEMBERS,
    /** Nobody is in term who signs in the leader's place. The policy does not ask for one. */
    DEPUTY,
    /** Who is responsible is not in term, or was not named: the group was composed before it had to. */
    RESPONSIBLE_PERSON
}
