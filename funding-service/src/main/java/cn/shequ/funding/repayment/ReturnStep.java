package cn.shequ.funding.repayment;

/** What is done with a return after it was recorded. */
public enum ReturnStep {
    APPROVED,
    REJECTED,
    PAID,
    /** 退回: the payment did not arrive and is taken back. */
    BOUNCED,
    /** 撤回: the approval is taken back. */
    WITHDRAWN
}
