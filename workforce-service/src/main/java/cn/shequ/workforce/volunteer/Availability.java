package cn.shequ.workforce.volunteer;

/** When a volunteer has time. */
public enum Availability {
    WEEKDAY_DAYTIME,
    WEEKDAY_EVENING,
    WEEKEND,
    PUBLIC_HOLIDAYS,
    EMERGENCIES
}
