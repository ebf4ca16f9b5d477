package cn.shequ.kit.rulebook;

/** Who says so. A refusal that rests on a product default never cites an article. */
public enum RuleOrigin {
    POLICY,
    LAW,
    PRODUCT_DEFAULT
}
