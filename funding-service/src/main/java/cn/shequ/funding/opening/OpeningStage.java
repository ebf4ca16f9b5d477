package cn.shequ.funding.opening;

/** The life of an opening balance: it is decided once. */
public enum OpeningStage {
    /** 已录入: awaits another person. */
    RECORDED,
    /** 已批准: booked; the ledger has begun. */
    APPROVED,
    /** 已驳回: another one may follow. */
    REJECTED;

    /** Whether somebody may still decide it. */
    public boolean isOpen() {
        return this == RECORDED;
    }
}
