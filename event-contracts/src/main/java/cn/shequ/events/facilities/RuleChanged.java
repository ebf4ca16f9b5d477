package cn.shequ.events.facilities;

import static cn.shequ.events.Shape.CITATION;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.RULE;
import static cn.shequ.events.Shape.RULE_VALUE;
import static cn.shequ.events.Shape.UNIT;
import static cn.shequ.events.Whole.VERSION;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A local rule: the row of the rulebook that a county-level unit set for its own territory, stricter than the general one.
 * A later version of the same rule replaces an earlier one.
 */
@EventType(
        source = "facilities",
        name = "rule-changed",
        version = 1,
        subject = "ruleId",
        key = "division",
        says = "A county-level unit set a row of the rulebook for itself, stricter than the city.")
public record RuleChanged(
        @Is(DIVISION) String division,
        @Is(RULE) String ruleId,
        @Counts(VERSION) int ruleVersion,
        @Is(RULE_VALUE) String value,
        @Is(UNIT) String unit,
        @OneOf(RuleDirection.class) String direction,
        @OneOf(RuleOrigin.class) String origin,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Is(CITATION) String citation)
        implements EventData {

    public RuleChanged {
        Must.be(DIVISION, "division", division);
        Must.be(RULE, "ruleId", ruleId);
        Must.be(VERSION, "ruleVersion", ruleVersion);
        Must.be(RULE_VALUE, "value", value);
        Must.be(UNIT, "unit", unit);
        Must.beOneOf(RuleDirection.class, "direction", direction);
        Must.beOneOf(RuleOrigin.class, "origin", origin);
        Must.beInOrder("validTo", validFrom, validTo);
        Must.be(CITATION, "citation", citation);
    }

    @Override
    public String aboutSubject() {
        return ruleId;
    }

    @Override
    public String partitionKey() {
        return division;
    }

    @Override
    public String concernsDivision() {
        return division;
    }
}
