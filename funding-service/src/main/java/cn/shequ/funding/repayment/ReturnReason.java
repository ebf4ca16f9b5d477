package cn.shequ.funding.repayment;

/** Why money goes back. */
public enum ReturnReason {
    /** 结余: it was not needed. */
    UNSPENT,
    /** 年终缴回: the fund was opened on that term. */
    YEAR_END
}
