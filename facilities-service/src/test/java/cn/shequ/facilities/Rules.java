package cn.shequ.facilities;

import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.RuleDirection;
import cn.shequ.kit.rulebook.RuleOrigin;
import cn.shequ.kit.rulebook.RuleUnit;
import java.time.LocalDate;

/** Rows of the rulebook, for tests that need no database. */
public final class Rules {

    private Rules() {}

    public static Rule minimum(String id, RuleUnit unit, String value) {
        return rule(id, unit, RuleDirection.MINIMUM, value);
    }

    public static Rule maximum(String id, RuleUnit unit, String value) {
        return rule(id, unit, RuleDirection.MAXIMUM, value);
    }

    private static Rule rule(String id, RuleUnit unit, RuleDirection direction, String value) {
        return new Rule(
                id, 1, LocalDate.of(2011, 12, 14), null, value, unit, direction, RuleOrigin.POLICY, "Art. 13", null);
    }
}
