package cn.shequ.funding.evidence;

/** What evidence proves. */
public enum EvidenceOf {
    /** 原始凭证: invoices and contracts behind an expenditure. */
    EXPENDITURE,
    /** 审计证据: what a finding rests on, or its rectification. */
    AUDIT,
    /** 案件材料: what a report, an explanation or a decision of Art. 16 rests on. */
    VIOLATION,
    /** 采购文件: demand, bid, contract, acceptance. */
    PURCHASE,
    /** 调剂批文: the giver's document that allows a reallocation. */
    REALLOCATION,
    /** 银行对账单: what a ledger begins with. */
    OPENING_BALANCE
}
