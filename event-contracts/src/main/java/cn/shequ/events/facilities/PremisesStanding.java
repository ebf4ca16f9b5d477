package cn.shequ.events.facilities;

/** Standing of a community by the floor area of its service premises (Art. 12). */
public enum PremisesStanding {
    WEAK,
    BELOW_STANDARD,
    STANDARD
}
