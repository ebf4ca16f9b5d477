package cn.shequ.events.facilities;

/** Which way a rule binds, and so which way a local rule may be stricter. */
public enum RuleDirection {
    MINIMUM,
    MAXIMUM
}
