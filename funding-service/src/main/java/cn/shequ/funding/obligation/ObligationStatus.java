package cn.shequ.funding.obligation;

/** How far an obligation is paid. */
public enum ObligationStatus {
    /** 未付. */
    OPEN,
    /** 部分支付. */
    PARTLY_PAID,
    /** 已结清: paid in full. */
    SETTLED,
    /** 已取消: what was not paid is not due any more. */
    CANCELLED
}
