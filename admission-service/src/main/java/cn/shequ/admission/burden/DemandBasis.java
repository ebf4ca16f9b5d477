package cn.shequ.admission.burden;

/** What a demand may rest on (Art. 6, 7). */
public enum DemandBasis {
    /** A placement in force. */
    ADMITTED_TASK,
    /** Law expressly gives it to committees. */
    STATUTORY_DUTY,
    /** A form or ledger of the catalogue. */
    CATALOGUE_FORM,
    /** A reasoned exemption that was approved. */
    EXEMPTION
}
