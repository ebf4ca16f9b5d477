package cn.shequ.events.facilities;

/** The four levels of territory. */
public enum DivisionLevel {
    CITY,
    COUNTY_LEVEL,
    TOWNSHIP_LEVEL,
    COMMUNITY
}
