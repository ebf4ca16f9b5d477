package cn.shequ.funding.batch;

/** What became of a line. */
public enum LineOutcome {
    /** It is booked, or recorded, by this batch. */
    BOOKED,
    /** The same was booked before, by an earlier batch or request: nothing is done twice. */
    ALREADY_BOOKED,
    /** It can be booked, and was not: this was a dry run, or other lines of an all-or-nothing batch were refused. */
    PASSED,
    REFUSED
}
