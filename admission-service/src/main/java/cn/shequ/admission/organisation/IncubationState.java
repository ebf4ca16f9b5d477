package cn.shequ.admission.organisation;

/** How an incubation stands on a day. */
public enum IncubationState {
    RUNNING,
    /** Its organisation was registered within the term, which is what Art. 24 aims at. */
    GRADUATED,
    /** Its term is over, or its organisation was declined or struck off. */
    ENDED
}
