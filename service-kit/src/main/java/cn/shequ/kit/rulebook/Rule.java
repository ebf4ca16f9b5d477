package cn.shequ.kit.rulebook;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One row of the rulebook: a number of the policy, of a law, or a default of the product.
 *
 * @param version counts the rows of one id, those of each division on their own; a decision stores {@link #reference()}
 * @param validTo the last day, or null when open
 * @param value a decimal, a whole number, a month-day ({@code --03-31}) or a comma-separated set, by unit
 * @param direction which way a stricter value lies
 * @param citation where the figure comes from, for instance {@code Art. 13}
 * @param division the unit whose local rule this is; null for a row of the whole product
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rule(
        String id,
        int version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String value,
        RuleUnit unit,
        RuleDirection direction,
        RuleOrigin origin,
        String citation,
        @Nullable DivisionCode division) {

    /**
     * What a decision stores of the row that it rests on: {@code id@version}, and of a local rule its division too,
     * {@code id@version/220102000000}.
     */
    public String reference() {
        return new RuleReference(id, version, division).toString();
    }

    /** As a decision under this row keeps it. */
    public KeptRule kept() {
        return new KeptRule(reference(), origin);
    }

    /** Whether a refusal under this row may cite an article. */
    public boolean restsOnPolicy() {
        return kept().restsOnPolicy();
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    public BigDecimal decimal() {
        return new BigDecimal(value);
    }

    public int whole() {
        return decimal().intValueExact();
    }

    public Money money() {
        return new Money(decimal());
    }

    public MonthDay monthDay() {
        return MonthDay.parse(value);
    }

    public Set<String> set() {
        return new TreeSet<>(Set.of(value.split(",")));
    }

    /** Whether the other value is at least as strict as this one: a local rule may only be that. */
    public boolean allowsInstead(String other) {
        int comparison =
                switch (unit) {
                    case SET -> new TreeSet<>(Set.of(other.split(","))).containsAll(set()) ? 0 : -1;
                    case MONTH_DAY -> MonthDay.parse(other).compareTo(monthDay());
                    case SQUARE_METRES, CNY, PERCENT, COUNT, DAYS, WORKING_DAYS, MONTHS, YEARS ->
                        new BigDecimal(other).compareTo(decimal());
                };
        return switch (direction) {
            case MINIMUM -> comparison >= 0;
            case MAXIMUM -> comparison <= 0;
        };
    }
}
