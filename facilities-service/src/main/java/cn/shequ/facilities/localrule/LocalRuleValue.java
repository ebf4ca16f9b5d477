package cn.shequ.facilities.localrule;

import cn.shequ.events.facilities.DivisionKind;
import cn.shequ.kit.rulebook.RuleUnit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a text is a value in a rule's unit. */
final class LocalRuleValue {

    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,8})(\\.[0-9]{1,2})?");
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern WORDS = Pattern.compile("[A-Z][A-Z_]{0,39}(,[A-Z][A-Z_]{0,39}){0,19}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> KINDS_OF_UNITS = Set.of(
            DivisionKind.URBAN_DISTRICT.name(),
            DivisionKind.DEVELOPMENT_ZONE.name(),
            DivisionKind.COUNTY.name(),
            DivisionKind.COUNTY_LEVEL_CITY.name());

    private LocalRuleValue() {}

    static boolean fits(String ruleId, RuleUnit unit, String value) {
        return switch (unit) {
            case SQUARE_METRES, CNY -> DECIMAL.matcher(value).matches();
            case PERCENT -> DECIMAL.matcher(value).matches() && new BigDecimal(value).compareTo(HUNDRED) <= 0;
            case COUNT, DAYS, WORKING_DAYS, MONTHS, YEARS ->
                WHOLE.matcher(value).matches();
            case MONTH_DAY -> isMonthDay(value);
            case SET -> isSet(ruleId, value);
        };
    }

    private static boolean isMonthDay(String value) {
        try {
            return MonthDay.parse(value).toString().equals(value);
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isSet(String ruleId, String value) {
        if (!WORDS.matcher(value).matches()) {
            return false;
        }
        List<String> words = Arrays.asList(value.split(","));
        boolean ofKnownKinds = !ruleId.endsWith("-kinds") || KINDS_OF_UNITS.containsAll(words);
        return ofKnownKinds && words.stream().distinct().count() == words.size();
    }
}
