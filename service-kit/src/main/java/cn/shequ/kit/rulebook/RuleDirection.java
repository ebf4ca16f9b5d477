package cn.shequ.kit.rulebook;

/** Which side of the value is lawful; a county-level unit may move the value only to the stricter side. */
public enum RuleDirection {
    MINIMUM,
    MAXIMUM
}
