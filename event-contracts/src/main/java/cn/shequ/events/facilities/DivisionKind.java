package cn.shequ.events.facilities;

/** What a division is; several kinds share a level. */
public enum DivisionKind {
    PREFECTURE_LEVEL_CITY,
    URBAN_DISTRICT,
    DEVELOPMENT_ZONE,
    COUNTY,
    COUNTY_LEVEL_CITY,
    SUBDISTRICT,
    TOWN,
    TOWNSHIP,
    OTHER,
    URBAN_COMMUNITY,
    RURAL_COMMUNITY
}
