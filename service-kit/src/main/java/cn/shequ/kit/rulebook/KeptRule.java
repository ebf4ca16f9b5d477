package cn.shequ.kit.rulebook;

/**
 * What a decision keeps of the row that it was made under.
 *
 * @param reference of the product's row, {@code id@version}, or of a local one, {@code id@version/division}
 * @param origin who says so; a local row has that of the product's
 */
public record KeptRule(String reference, RuleOrigin origin) {

    /** Whether a refusal under this row may cite an article. */
    public boolean restsOnPolicy() {
        return origin == RuleOrigin.POLICY;
    }
}
