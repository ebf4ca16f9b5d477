package cn.shequ.funding.fund;

/** Whose money a fund is. */
public enum FundSource {
    /** 市级财政. */
    CITY,
    /** 区级财政. */
    DISTRICT,
    /** 部门. */
    DEPARTMENT,
    /** 捐赠. */
    DONATION,
    /** 其他. */
    OTHER
}
