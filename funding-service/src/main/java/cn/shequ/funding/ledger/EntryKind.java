package cn.shequ.funding.ledger;

/** What an entry books. */
public enum EntryKind {
    /** 收款: money came in. */
    RECEIPT,
    /** 批准: an approved expenditure reserves money of its fund. */
    COMMITMENT,
    /** 付款: the cashier paid. */
    PAYMENT,
    /** 冲销: takes back one earlier entry. */
    REVERSAL
}
