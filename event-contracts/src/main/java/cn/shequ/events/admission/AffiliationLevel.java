package cn.shequ.events.admission;

/** The level of government a body belongs to. */
public enum AffiliationLevel {
    CENTRAL,
    PROVINCE,
    CITY,
    COUNTY_LEVEL,
    TOWNSHIP_LEVEL
}
