package cn.shequ.events.admission;

/** Why an award is not given, or not held any more (Art. 16, 30). */
public enum AwardCancellation {
    /** A one-vote veto came upon a nominee. */
    NOMINATION_UNDER_VETO,
    /** It had been given on a day on which the veto already lay upon who got it. */
    AWARD_UNDER_VETO,
    /** Taken back by who gave it. */
    WITHDRAWN
}
