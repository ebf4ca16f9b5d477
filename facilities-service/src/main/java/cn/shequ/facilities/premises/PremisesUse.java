package cn.shequ.facilities.premises;

/** What service premises are used for; free of charge for the community (Art. 14). */
public enum PremisesUse {
    COMMITTEE_OFFICE,
    SERVICE_HALL,
    MEETING_ROOM,
    CULTURE_AND_SPORTS,
    HEALTH,
    CARE_OF_THE_ELDERLY,
    CHILDREN_AND_YOUTH,
    POLICE_ROOM,
    VOLUNTEERS,
    OTHER
}
