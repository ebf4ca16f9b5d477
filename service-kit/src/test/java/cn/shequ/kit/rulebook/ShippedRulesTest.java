package cn.shequ.kit.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedRulesTest {

    private final List<Rule> rules =
            ShippedRules.read().values().stream().flatMap(List::stream).toList();

    @TestFactory
    Stream<DynamicTest> everyValueCanBeReadInItsUnit() {
        return rules.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
                    switch (rule.unit()) {
                        case SET -> assertThat(rule.set()).isNotEmpty();
                        case MONTH_DAY -> assertThat(rule.monthDay()).isNotNull();
                        case CNY -> assertThat(rule.money().isPositive()).isTrue();
                        case COUNT -> assertThat(rule.whole()).isNotNegative();
                        case DAYS, WORKING_DAYS, MONTHS, YEARS ->
                            assertThat(rule.whole()).isPositive();
                        case SQUARE_METRES, PERCENT ->
                            assertThat(rule.decimal()).isPositive();
                    }
                }));
    }

    @Test
    void aRuleOfThePolicyNamesItsArticleAndAProductDefaultNone() {
        assertThat(rules).allSatisfy(rule -> {
            if (rule.restsOnPolicy()) {
                assertThat(rule.citation()).matches("Art\\. ([1-9]|[12][0-9]|3[0-6])");
            } else {
                assertThat(rule.citation()).doesNotStartWith("Art.");
            }
        });
    }

    @Test
    void aLocalRuleMayOnlyBeStricter() {
        Rule area = rule("300.00", RuleUnit.SQUARE_METRES, RuleDirection.MINIMUM);
        assertThat(area.allowsInstead("300")).isTrue();
        assertThat(area.allowsInstead("350.5")).isTrue();
        assertThat(area.allowsInstead("299.99")).isFalse();

        Rule deadline = rule("--03-31", RuleUnit.MONTH_DAY, RuleDirection.MAXIMUM);
        assertThat(deadline.allowsInstead("--03-15")).isTrue();
        assertThat(deadline.allowsInstead("--04-01")).isFalse();

        Rule kinds = rule("URBAN_DISTRICT", RuleUnit.SET, RuleDirection.MINIMUM);
        assertThat(kinds.allowsInstead("DEVELOPMENT_ZONE,URBAN_DISTRICT")).isTrue();
        assertThat(kinds.allowsInstead("DEVELOPMENT_ZONE")).isFalse();
    }

    @Test
    void aRuleHoldsOnItsFirstAndItsLastDay() {
        Rule rule = new Rule(
                "x",
                1,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                "1",
                RuleUnit.COUNT,
                RuleDirection.MINIMUM,
                RuleOrigin.POLICY,
                "Art. 1",
                null);
        assertThat(rule.isValidOn(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(rule.isValidOn(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(rule.isValidOn(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(rule.isValidOn(LocalDate.of(2027, 1, 1))).isFalse();
    }

    private static Rule rule(String value, RuleUnit unit, RuleDirection direction) {
        return new Rule("x", 1, LocalDate.MIN, null, value, unit, direction, RuleOrigin.POLICY, "Art. 1", null);
    }
}
