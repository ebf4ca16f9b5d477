package cn.shequ.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code indicator-recorded} events of all services have in common, so that one reader takes them all: a figure
 * of a division on a day, the two numbers it was computed from, and the target it is measured against (Art. 36).
 */
public interface Indicator extends EventData {

    /** The indicator's id, for instance {@code volunteers.coverage}. */
    String indicator();

    String division();

    LocalDate asOf();

    String numerator();

    String denominator();

    /** Absent where the denominator is zero: nothing was there to measure. */
    @Nullable
    String value();

    String unit();

    /** Absent where the policy sets none. */
    @Nullable
    String target();

    /** Absent where the indicator is the product's own and no article asks for it. */
    @Nullable
    String article();

    @Override
    default String aboutSubject() {
        return indicator();
    }

    @Override
    default String partitionKey() {
        return division();
    }

    @Override
    default String concernsDivision() {
        return division();
    }

    /** What holds for every indicator, whichever service records it. */
    static void check(
            String indicator,
            String division,
            LocalDate asOf,
            String numerator,
            String denominator,
            @Nullable String value,
            String unit,
            @Nullable String target,
            @Nullable String article) {
        Must.be(Shape.RULE, "indicator", indicator);
        Must.be(Shape.DIVISION, "division", division);
        Must.bePresent("asOf", asOf);
        Must.be(Shape.FIGURE, "numerator", numerator);
        Must.be(Shape.FIGURE, "denominator", denominator);
        Must.beIfPresent(Shape.FIGURE, "value", value);
        Must.be(Shape.UNIT, "unit", unit);
        Must.beIfPresent(Shape.FIGURE, "target", target);
        Must.beIfPresent(Shape.ARTICLE, "article", article);
    }
}
