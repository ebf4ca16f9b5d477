package cn.shequ.events.admission;

/** Why a seal or certificate cannot be demanded (Art. 8). */
public enum SealRefusalGrounds {
    /** Listed as what committees are not to be asked for. */
    FORBIDDEN,
    /** The committee sets its seal there for itself. */
    COMMITTEES_OWN,
    NOT_IN_CATALOGUE,
    /** In the catalogue, but not on that day. */
    NOT_IN_FORCE
}
