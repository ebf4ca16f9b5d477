package cn.shequ.funding.ledger;

/** What an entry books. */
public enum EntryKind {
    /** 期初: what a ledger begins with. */
    OPENING,
    /** 收款: money came in. */
    RECEIPT,
    /** 捐赠: a donation came in. */
    DONATION,
    /** 调剂: who gave the money moves it to another fund. */
    REALLOCATION,
    /** 预留: two persons reserve money of a fund until a day. */
    RESERVATION,
    /** 释放: what is left of a reservation goes back to its fund. */
    RELEASE,
    /** 批准: an approved expenditure reserves money of its fund. */
    COMMITMENT,
    /** 付款: the cashier paid. */
    PAYMENT,
    /** 退款: a payee paid some of it back. */
    REFUND,
    /** 应退: unspent money is owed back to who gave it. */
    RETURN,
    /** 退付: the cashier paid it back. */
    RETURN_PAYMENT,
    /** 冲销: takes back one earlier entry. */
    REVERSAL
}
