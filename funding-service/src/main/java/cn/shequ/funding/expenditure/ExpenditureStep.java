package cn.shequ.funding.expenditure;

/** What is done with an expenditure after it was recorded. */
public enum ExpenditureStep {
    APPROVED,
    REJECTED,
    PAID,
    /** 退回: the payment is taken back. */
    RETURNED,
    /** 撤回: the approval is taken back. */
    WITHDRAWN
}
