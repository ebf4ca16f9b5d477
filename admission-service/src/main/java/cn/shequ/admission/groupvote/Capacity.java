package cn.shequ.admission.groupvote;

/** In what capacity a person acts on a matter. The same person never acts in two on one matter. */
public enum Capacity {
    APPLICANT,
    /** For the community that the matter concerns. */
    COMMUNITY,
    /** For the department whose task it is. */
    DEPARTMENT,
    /** For the group's office. */
    OFFICE,
    MEMBER,
    PRINCIPAL_LEADER,
    /** Signs in the leader's place. */
    DEPUTY,
    /** Takes no part in it. */
    RECUSED
}
