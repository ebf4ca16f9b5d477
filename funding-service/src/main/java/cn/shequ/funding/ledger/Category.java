package cn.shequ.funding.ledger;

/** What money is spent on (支出类别). A fund names those that its purpose allows. */
public enum Category {
    /** 工作经费. */
    WORKING_COSTS,
    /** 劳务费. */
    LABOUR_FEES,
    /** 工作条件（设备、耗材）. */
    CONDITIONS,
    /** 用房维护与修缮. */
    PREMISES_UPKEEP,
    /** 水、电、暖、通信、有线电视. */
    UTILITIES,
    /** 信息化. */
    INFORMATISATION,
    /** 培训. */
    TRAINING,
    /** 薪酬与补贴. */
    PAY,
    /** 购买服务. */
    PURCHASED_SERVICES,
    /** 用房整改. */
    REMEDIATION,
    /** 社会组织孵化. */
    INCUBATION,
    /** 救助与慰问. */
    RELIEF,
    /** 公务接待. */
    RECEPTION,
    /** 公务用车. */
    VEHICLES,
    /** 统筹资金下拨到社区. */
    DISTRIBUTION
}
