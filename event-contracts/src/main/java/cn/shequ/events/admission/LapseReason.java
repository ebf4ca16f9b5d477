package cn.shequ.events.admission;

/** Why a placement that was paid for is so no longer (Art. 5). */
public enum LapseReason {
    UNPAID_AFTER_GRACE,
    RECEIPT_REVERSED
}
