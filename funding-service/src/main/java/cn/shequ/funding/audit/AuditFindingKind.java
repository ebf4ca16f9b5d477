package cn.shequ.funding.audit;

/** What an audit may find. */
public enum AuditFindingKind {
    /** 迟拨. */
    LATE,
    /** 少拨. */
    SHORT,
    /** 挪用. */
    DIVERSION,
    /** 挤占. */
    ENCROACHMENT,
    /** 截留. */
    WITHHOLDING,
    /** 凭证附件缺失. */
    EVIDENCE_MISSING,
    /** 会计处理错误. */
    WRONGLY_BOOKED,
    /** 其他. */
    OTHER
}
