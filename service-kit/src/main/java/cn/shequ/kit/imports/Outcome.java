package cn.shequ.kit.imports;

/** What an import does with a line. */
public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    REFUSED
}
