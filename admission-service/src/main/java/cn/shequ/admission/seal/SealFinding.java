package cn.shequ.admission.seal;

/** What the catalogue says of a matter on a day (Art. 8). */
public enum SealFinding {
    MAY_BE_SEALED,
    /** Listed as what committees are not to be asked for. */
    FORBIDDEN,
    /** Of a demand: the committee sets its seal there for itself. */
    COMMITTEES_OWN,
    NOT_IN_CATALOGUE,
    /** In the catalogue, but not on that day. */
    NOT_IN_FORCE
}
