package cn.shequ.events.admission;

/** Why a demand on a community has no basis (Art. 4 to 7). */
public enum BurdenRefusalGrounds {
    OUT_OF_SCOPE,
    NOT_ADMITTED,
    FUNDS_NOT_PAID,
    NOT_YET_VALID,
    EXITED,
    EXPIRED,
    /** The matter belongs to a department or subdistrict office. */
    DUTY_SHIFTED,
    /** Law gives the duty to committees, and the body no claim to this kind of demand. */
    LAW_GIVES_NO_CLAIM,
    FORM_NOT_IN_CATALOGUE,
    FORM_NOT_IN_FORCE,
    FORM_OF_ANOTHER_BODY,
    FORM_ASKED_FOR_ALREADY,
    NOT_EXEMPTED,
    EXEMPTION_NOT_IN_FORCE
}
