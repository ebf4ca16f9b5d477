package cn.shequ.funding.obligation;

/** Which part of a decision an obligation is; pool money is owed twice, city to pool and pool to fund (Art. 15). */
public enum Share {
    /** The only one. */
    WHOLE,
    /** 市级补助: the city to a district's pool. */
    CITY_SUBSIDY,
    /** 统筹下拨: the pool to a community's fund. */
    POOL_SHARE,
    /** 区级自筹: the district's own money to a community's fund. */
    OWN_SHARE,
    /** 市级分担: the city's part of training costs (Art. 20). */
    CITY_SHARE,
    /** 区级分担: the district's part of training costs (Art. 20). */
    DISTRICT_SHARE,
    /** 居委会成员补贴 (Art. 21). */
    COMMITTEE_ALLOWANCE,
    /** 职称津贴 (Art. 22). */
    TITLE_ALLOWANCE,
    /** 公益性岗位报酬 (Art. 18). */
    POST_PAY,
    /** 公益性岗位工作经费 (Art. 18). */
    POST_WORKING_COSTS
}
