package cn.shequ.funding.ledger;

/**
 * The chart of accounts. Debit is positive, credit negative. What a fund ever got stands in three credit accounts, by
 * how far it has gone: available, committed, applied; so for each ledger bank + receivable + spent =
 * available + committed + applied.
 */
public enum Account {
    /** 银行存款: what lies in the ledger's bank account. */
    BANK,
    /** 应收款, per payer and fund: money that bounced after it was spent. */
    RECEIVABLE,
    /** 可用资金, per fund: may still be approved for something. */
    AVAILABLE,
    /** 已批未付资金, per fund: approved, not yet paid. */
    COMMITTED,
    /** 已用资金, per fund: paid; the other side of what was spent. */
    APPLIED,
    /** 支出, per fund and category. */
    SPENT
}
