package cn.shequ.admission.exit;

/** What the side that did not propose an exit says to it. A disagreement does not stop the group; it is on record. */
public enum Position {
    AGREES,
    DISAGREES
}
