package cn.shequ.events.admission;

/** Whose formal document an evaluation rests on (Art. 7). */
public enum EvaluationIssuer {
    MUNICIPAL_PARTY_COMMITTEE,
    MUNICIPAL_GOVERNMENT,
    /** A competent department above the city, and above the body that evaluates. */
    HIGHER_LEVEL_DEPARTMENT
}
