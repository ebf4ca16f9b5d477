package cn.shequ.funding.expenditure;

/** Who is paid. A disclosure shows an organisation by its name and a natural person masked. */
public enum PayeeKind {
    PERSON,
    ORGANISATION
}
