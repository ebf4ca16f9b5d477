package cn.shequ.events.admission;

/** What is given: a commendation, or one of the titles of a community that a campaign leads to (Art. 30, 36). */
public enum AwardKind {
    /** 表彰: nominated by the office of the leading group. */
    COMMENDATION,
    /** 和谐社区. */
    HARMONIOUS_COMMUNITY,
    /** 文明社区. */
    CIVILISED_COMMUNITY,
    /** 平安社区. */
    SAFE_COMMUNITY,
    /** 幸福社区. */
    HAPPY_COMMUNITY
}
