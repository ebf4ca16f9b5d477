package cn.shequ.events.facilities;

import static cn.shequ.events.Shape.ARTICLE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.FIGURE;
import static cn.shequ.events.Shape.RULE;
import static cn.shequ.events.Shape.UNIT;

import cn.shequ.events.EventType;
import cn.shequ.events.Indicator;
import cn.shequ.events.Is;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A figure facilities-service measured for a division on a day (Art. 36). */
@EventType(
        source = "facilities",
        name = "indicator-recorded",
        version = 1,
        subject = "indicator",
        key = "division",
        says = "A figure facilities-service measured for a division on a day, with its target (Art. 36).")
public record IndicatorRecorded(
        @Is(RULE) String indicator,
        @Is(DIVISION) String division,
        LocalDate asOf,
        @Is(FIGURE) String numerator,
        @Is(FIGURE) String denominator,
        @Is(FIGURE) @Nullable String value,
        @Is(UNIT) String unit,
        @Is(FIGURE) @Nullable String target,
        @Is(ARTICLE) @Nullable String article)
        implements Indicator {

    public IndicatorRecorded {
        Indicator.check(indicator, division, asOf, numerator, denominator, value, unit, target, article);
    }
}
