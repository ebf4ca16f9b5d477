package cn.shequ.admission;

/** As what somebody acts on what another person has brought; nobody does on what is their own. */
public enum Counterpart {
    /** Of an exemption, or of a use of the seal. */
    APPROVER,
    /** Of a campaign's self-assessment. */
    REVIEWER,
    /** To a consultation. */
    RESPONDENT
}
