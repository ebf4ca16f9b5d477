package cn.shequ.admission.indicator;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a division on a day, in percent, with the two numbers it was computed from (Art. 36).
 *
 * @param value with one decimal; absent where there was nothing to measure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndicatorFigure(
        String indicator,
        DivisionCode division,
        LocalDate asOf,
        String numerator,
        String denominator,
        @Nullable String value,
        String unit,
        @Nullable String target,
        String article) {

    static IndicatorFigure percent(
            String indicator, DivisionCode division, LocalDate asOf, long part, long whole, String article) {
        return new IndicatorFigure(
                indicator,
                division,
                asOf,
                Long.toString(part),
                Long.toString(whole),
                whole == 0
                        ? null
                        : BigDecimal.valueOf(100 * part)
                                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                                .toPlainString(),
                "PERCENT",
                null,
                article);
    }
}
