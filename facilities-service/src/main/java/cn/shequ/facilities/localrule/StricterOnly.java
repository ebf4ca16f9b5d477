package cn.shequ.facilities.localrule;

import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit may be stricter than the rule above it, never laxer: more of a minimum, less of a maximum, and a set may
 * only grow. Versions follow one another; what was decided for a day stays decided.
 */
final class StricterOnly {

    private StricterOnly() {}

    /**
     * @param above the rule that would hold in the division without a rule of its own
     * @param latest the division's own newest version, if it has one
     * @throws Refusal when it may not be decided so
     */
    static Rule decide(NewLocalRule decided, Rule above, Optional<Rule> latest) {
        requirePeriod(decided.validFrom(), decided.validTo());
        if (!LocalRuleValue.fits(decided.ruleId(), above.unit(), decided.value())) {
            throw Refusal.of(FacilitiesProblem.RULE_VALUE_INVALID)
                    .with("unit", above.unit().name())
                    .with("actual", decided.value());
        }
        if (!above.allowsInstead(decided.value())) {
            throw Refusal.of(FacilitiesProblem.RULE_NOT_STRICTER)
                    .with("rule", above.id())
                    .with("direction", above.direction().name())
                    .with("required", above.value())
                    .with("actual", decided.value())
                    .under(above);
        }
        latest.ifPresent(version -> requireLater(decided, version));
        return new Rule(
                above.id(),
                latest.map(Rule::version).orElse(0) + 1,
                decided.validFrom(),
                decided.validTo(),
                decided.value(),
                above.unit(),
                above.direction(),
                above.origin(),
                decided.citation(),
                decided.division());
    }

    /** The version before, ended where the new one begins; empty when it ended by itself. */
    static Optional<Rule> ended(Rule latest, Rule successor) {
        LocalDate lastDay = successor.validFrom().minusDays(1);
        boolean endedBefore = latest.validTo() != null && !latest.validTo().isAfter(lastDay);
        return endedBefore
                ? Optional.empty()
                : Optional.of(new Rule(
                        latest.id(),
                        latest.version(),
                        latest.validFrom(),
                        lastDay,
                        latest.value(),
                        latest.unit(),
                        latest.direction(),
                        latest.origin(),
                        latest.citation(),
                        latest.division()));
    }

    private static void requirePeriod(LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("validTo", "date-order"));
        }
    }

    private static void requireLater(NewLocalRule decided, Rule latest) {
        if (!decided.validFrom().isAfter(latest.validFrom())) {
            throw Refusal.of(FacilitiesProblem.RULE_NOT_LATER)
                    .with("version", latest.version())
                    .with("present", latest.validFrom().toString())
                    .with("validFrom", decided.validFrom().toString());
        }
    }
}
