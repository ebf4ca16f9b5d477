package cn.shequ.workforce.volunteer;

/** Whom Art. 19 calls on to volunteer, and everybody else. */
public enum VolunteerCategory {
    /** 共产党员. */
    PARTY_MEMBER,
    /** 共青团员. */
    LEAGUE_MEMBER,
    /** 公务员. */
    CIVIL_SERVANT,
    /** 专业技术人员. */
    PROFESSIONAL,
    /** 教师. */
    TEACHER,
    /** 青少年学生. */
    STUDENT,
    /** 身体健康的离退休人员. */
    HEALTHY_RETIREE,
    OTHER
}
