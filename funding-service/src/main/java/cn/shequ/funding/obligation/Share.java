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
    OWN_SHARE
}
