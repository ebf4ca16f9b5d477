package cn.shequ.funding.batch;

/** What the lines of a batch are. */
public enum BatchKind {
    RECEIPTS,
    EXPENDITURES
}
