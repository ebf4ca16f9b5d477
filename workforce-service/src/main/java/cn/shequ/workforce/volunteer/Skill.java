package cn.shequ.workforce.volunteer;

/** What a volunteer can do; words of a list, so that no free text about a person is kept. */
public enum Skill {
    ELDER_CARE,
    CHILD_CARE,
    DISABILITY_SUPPORT,
    FIRST_AID,
    COUNSELLING,
    TUTORING,
    LEGAL_ADVICE,
    MEDIATION,
    TRANSLATION,
    DIGITAL_HELP,
    CULTURE_AND_SPORTS,
    ENVIRONMENT,
    REPAIRS,
    DRIVING,
    ORGANISING
}
