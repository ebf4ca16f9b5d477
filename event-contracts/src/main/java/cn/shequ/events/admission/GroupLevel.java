package cn.shequ.events.admission;

/** The levels that have a leading group (Art. 34). */
public enum GroupLevel {
    CITY,
    COUNTY_LEVEL,
    TOWNSHIP_LEVEL
}
