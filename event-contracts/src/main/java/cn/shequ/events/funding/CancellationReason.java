package cn.shequ.events.funding;

/** Why an obligation is not due any more. */
public enum CancellationReason {
    /** The task left the community before the day on which the money was due (Art. 5). */
    PLACEMENT_EXITED
}
