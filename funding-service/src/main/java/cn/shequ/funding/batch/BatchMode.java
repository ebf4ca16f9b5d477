package cn.shequ.funding.batch;

/** What becomes of the good lines of a batch when others are refused. */
public enum BatchMode {
    /** One refused line, and nothing is booked. */
    ALL_OR_NOTHING,
    /** What can be booked is booked. */
    PER_LINE
}
