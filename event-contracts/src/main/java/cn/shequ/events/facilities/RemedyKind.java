package cn.shequ.events.facilities;

/** How a weak community comes to premises of the standard area (Art. 12). */
public enum RemedyKind {
    /** 新建. */
    NEW_BUILD,
    /** 改建. */
    REBUILD,
    /** 扩建. */
    EXTENSION,
    /** 共建. */
    JOINT_BUILD,
    /** 租赁. */
    LEASE,
    /** 异地置换. */
    OFF_SITE_SWAP,
    /** 共享. */
    SHARED_USE
}
