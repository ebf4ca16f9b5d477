package cn.shequ.events.workforce;

/** What is paid to people who work in a community. */
public enum PayKind {
    /** 居委会成员补贴: allowance of committee members with the employer's part of five insurances, district (Art. 21). */
    COMMITTEE_ALLOWANCE,
    /** 职称津贴: of (assistant) social workers, district (Art. 22). */
    TITLE_ALLOWANCE,
    /** 公益性岗位报酬: remuneration of public-welfare posts, city departments (Art. 18). */
    POST_PAY,
    /** 公益性岗位工作经费: working costs of public-welfare posts, city departments (Art. 18). */
    POST_WORKING_COSTS;

    /** Whether a city department pays and not the district. */
    public boolean isPaidByDepartment() {
        return this == POST_PAY || this == POST_WORKING_COSTS;
    }
}
