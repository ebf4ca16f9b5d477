package cn.shequ.facilities.premises;

/** What is never done with handed-over premises (Art. 14). */
public enum Disposal {
    LEASE_OUT,
    TRANSFER,
    MORTGAGE
}
