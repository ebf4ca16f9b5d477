package cn.shequ.funding.purchase;

/** What is done with a purchase after it was planned; each at most once. */
public enum PurchaseStep {
    PUBLISHED,
    OPENED,
    AWARDED,
    CONTRACTED,
    COMPLETED,
    TERMINATED,
    /** No bid, or all too dear: a recorded outcome, after which it may be tendered again. */
    FAILED,
    CANCELLED
}
