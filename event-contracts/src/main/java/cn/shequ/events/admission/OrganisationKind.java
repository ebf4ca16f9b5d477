package cn.shequ.events.admission;

/** Kinds of community social organisations (Art. 23). */
public enum OrganisationKind {
    /** 社会团体. */
    SOCIAL_ASSOCIATION,
    /** 民办非企业单位, today 社会服务机构. */
    PRIVATE_NON_ENTERPRISE
}
