package cn.shequ.events.admission;

/** Whether a registered organisation may act (Art. 26). */
public enum OrganisationStanding {
    ACTIVE,
    SUSPENDED
}
