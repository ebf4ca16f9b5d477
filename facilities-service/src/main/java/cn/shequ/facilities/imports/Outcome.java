package cn.shequ.facilities.imports;

/** What an import does with a line. */
public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    REFUSED
}
