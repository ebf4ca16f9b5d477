package cn.shequ.funding.violation;

/** What Art. 16 forbids. */
public enum ViolationKind {
    /** 迟拨: owed, and nothing came when it was due. */
    LATE,
    /** 少拨: less came than was owed when it was due. */
    SHORT,
    /** 挪用: spent on what the money is not for. */
    DIVERSION,
    /** 挤占: used for somebody else than the money is for. */
    ENCROACHMENT,
    /** 截留: kept back on its way. */
    WITHHOLDING
}
