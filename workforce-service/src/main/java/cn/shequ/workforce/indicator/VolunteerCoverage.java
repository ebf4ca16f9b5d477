package cn.shequ.workforce.indicator;

import cn.shequ.events.workforce.IndicatorRecorded;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.workforce.coverage.Coverage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The coverage of Art. 19 in the shape that the indicators of all services share. */
final class VolunteerCoverage {

    static final String ID = "volunteers.coverage";
    private static final String UNIT = "PERCENT";
    private static final String ARTICLE = "19";

    private VolunteerCoverage() {}

    static IndicatorRecorded of(DivisionCode division, LocalDate asOf, Coverage coverage) {
        return new IndicatorRecorded(
                ID,
                division.value(),
                asOf,
                Long.toString(coverage.volunteers()),
                Long.toString(coverage.residents()),
                plain(coverage.percent()),
                UNIT,
                plain(coverage.target()),
                ARTICLE);
    }

    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
