package cn.shequ.kit.security;

/** The roles of the suite, as they stand in tokens. */
public final class Roles {

    public static final String DEPARTMENT_OFFICER = "department-officer";
    public static final String COMMUNITY_OFFICER = "community-officer";
    public static final String SUBDISTRICT_OFFICER = "subdistrict-officer";
    public static final String SUBDISTRICT_ACCOUNTANT = "subdistrict-accountant";
    public static final String SUBDISTRICT_APPROVER = "subdistrict-approver";
    public static final String SUBDISTRICT_CASHIER = "subdistrict-cashier";
    public static final String LEADING_GROUP_OFFICE = "leading-group-office";
    public static final String LEADING_GROUP_MEMBER = "leading-group-member";
    public static final String PRINCIPAL_LEADER = "principal-leader";
    public static final String FINANCE_OFFICER = "finance-officer";
    public static final String CIVIL_AFFAIRS_OFFICER = "civil-affairs-officer";
    public static final String HUMAN_RESOURCES_OFFICER = "human-resources-officer";
    public static final String PLANNING_OFFICER = "planning-officer";
    public static final String CONSTRUCTION_OFFICER = "construction-officer";
    public static final String AUDITOR = "auditor";
    public static final String GRID_MANAGER = "grid-manager";
    public static final String SOCIAL_WORKER = "social-worker";
    public static final String RESIDENT = "resident";

    /** A machine of another system, by client credentials. */
    public static final String SYSTEM_INTEGRATOR = "system-integrator";

    /** Territory and rules only: sees no case and moves no money. */
    public static final String PLATFORM_ADMIN = "platform-admin";

    private Roles() {}
}
