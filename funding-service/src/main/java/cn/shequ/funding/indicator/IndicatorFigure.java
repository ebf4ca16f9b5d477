package cn.shequ.funding.indicator;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a division on a day, with the two amounts in CNY that it was computed from.
 *
 * @param value in percent, two decimals; null where nothing was there to measure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndicatorFigure(
        String indicator,
        DivisionCode division,
        LocalDate asOf,
        Money numerator,
        Money denominator,
        @Nullable String value,
        String unit,
        @Nullable String target,
        String article) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static IndicatorFigure percent(
            String indicator,
            DivisionCode division,
            LocalDate asOf,
            Money numerator,
            Money denominator,
            @Nullable String target,
            String article) {
        String value = denominator.isZero()
                ? null
                : numerator
                        .yuan()
                        .multiply(HUNDRED)
                        .divide(denominator.yuan(), 2, RoundingMode.HALF_UP)
                        .toPlainString();
        return new IndicatorFigure(indicator, division, asOf, numerator, denominator, value, "%", target, article);
    }
}
