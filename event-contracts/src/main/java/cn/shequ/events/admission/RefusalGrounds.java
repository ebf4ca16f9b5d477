package cn.shequ.events.admission;

/** Why a community refuses a demand (Art. 4, 5, 6). */
public enum RefusalGrounds {
    OUT_OF_SCOPE,
    NOT_ADMITTED,
    NOT_FUNDED,
    EXPIRED,
    DUTY_SHIFTED
}
