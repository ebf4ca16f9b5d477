package cn.shequ.funding.bank;

/** Why a line and an entry are taken for the same movement. */
public enum MatchBasis {
    /** The bank's reference is the one that was booked. */
    BANK_REFERENCE,
    /** Amount and direction are the same, the days are near, and on both sides there is no second one like it. */
    AMOUNT_AND_DATE,
    /** A person says so, with a reason. */
    MANUAL
}
