package cn.shequ.events.facilities;

/** Who says so; a refusal that rests on a default of the product names no article. */
public enum RuleOrigin {
    POLICY,
    LAW,
    PRODUCT_DEFAULT
}
