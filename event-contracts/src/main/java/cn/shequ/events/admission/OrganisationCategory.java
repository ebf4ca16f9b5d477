package cn.shequ.events.admission;

/** The five kinds of organisations that a subdistrict office may take on file (Art. 23). */
public enum OrganisationCategory {
    /** 公益服务. */
    PUBLIC_INTEREST_SERVICE,
    /** 社会事务. */
    SOCIAL_AFFAIRS,
    /** 文化体育. */
    CULTURE_AND_SPORTS,
    /** 慈善救助. */
    CHARITY_AND_RELIEF,
    /** 社区维权. */
    RIGHTS_PROTECTION
}
