package cn.shequ.funding.ledger;

/**
 * The chart of accounts. Debit is positive, credit negative. What a fund ever got stands in credit accounts, by how
 * far it has gone: available, reserved, committed, applied, or payable to who gave it; so for each ledger
 * bank + receivable + spent = available + reserved + committed + payable + applied.
 */
public enum Account {
    /** 银行存款: what lies in the ledger's bank account. */
    BANK,
    /** 应收款, per payer and fund: money that bounced after it was spent. */
    RECEIVABLE,
    /** 可用资金, per fund: may still be approved for something. */
    AVAILABLE,
    /** 预留资金, per fund: kept for a contract or the like until a day, not yet approved for anything. */
    RESERVED,
    /** 已批未付资金, per fund: approved, not yet paid. */
    COMMITTED,
    /** 应退资金, per fund: owed back to who gave it. */
    PAYABLE,
    /** 已用资金, per fund: paid; the other side of what was spent. */
    APPLIED,
    /** 支出, per fund and category. */
    SPENT
}
