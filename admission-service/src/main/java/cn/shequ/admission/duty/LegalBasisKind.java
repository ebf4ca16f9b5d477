package cn.shequ.admission.duty;

/** What counts as law here (法律法规, Art. 4); a department's own paper never does. */
public enum LegalBasisKind {
    PARTY_CONSTITUTION,
    LAW,
    ADMINISTRATIVE_REGULATION,
    LOCAL_REGULATION
}
