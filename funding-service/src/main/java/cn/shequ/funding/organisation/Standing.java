package cn.shequ.funding.organisation;

/** Whether an organisation may act (Art. 26). */
public enum Standing {
    ACTIVE,
    SUSPENDED,
    DEREGISTERED
}
