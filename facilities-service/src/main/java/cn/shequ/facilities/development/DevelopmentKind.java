package cn.shequ.facilities.development;

/** The developments that Art. 13 speaks of. */
public enum DevelopmentKind {
    NEW_ESTATE,
    CONTIGUOUS_REDEVELOPMENT,
    AFFORDABLE_HOUSING
}
