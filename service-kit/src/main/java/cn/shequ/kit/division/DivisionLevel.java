package cn.shequ.kit.division;

/** The four levels of a city's territory, from the top. */
public enum DivisionLevel {
    /** 市: the prefecture-level city. */
    CITY,
    /** 区、县（市）、开发区. */
    COUNTY_LEVEL,
    /** 街道、乡镇. */
    TOWNSHIP_LEVEL,
    /** 社区. */
    COMMUNITY
}
