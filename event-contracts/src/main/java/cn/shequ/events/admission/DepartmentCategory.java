package cn.shequ.events.admission;

/** Bodies that may apply for a task or demand something of a community (Art. 7, 35). */
public enum DepartmentCategory {
    LEAD_DEPARTMENT,
    COOPERATING_DEPARTMENT,
    POLICY_DEPARTMENT,
    PEOPLES_BODY,
    SUBDISTRICT_OFFICE,
    SECTOR_BODY,
    ENTERPRISE,
    INSTITUTION,
    HIGHER_LEVEL_ORGAN,
    OTHER_DEPARTMENT
}
