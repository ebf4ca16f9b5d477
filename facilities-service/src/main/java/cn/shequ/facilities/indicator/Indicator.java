package cn.shequ.facilities.indicator;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure of a division on a day, with the numbers it was computed from and its target. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A figure of a division on a day, with the numbers it was computed from and its target.")
public record Indicator(
        String indicator,
        DivisionCode division,
        LocalDate asOf,
        long numerator,
        long denominator,

        @Schema(description = "Absent where nothing was there to measure.") @Nullable
        String value,

        String unit,
        String target,
        boolean met,
        int article) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int ARTICLE = 12;

    /** Art. 12: every urban community has at least the standard area. Rounded down: 100.00 means all of them. */
    static Indicator atStandard(DivisionCode division, LocalDate asOf, long atStandard, long urban) {
        String share = urban == 0
                ? null
                : BigDecimal.valueOf(atStandard)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(urban), 2, RoundingMode.DOWN)
                        .toPlainString();
        return new Indicator(
                "premises-at-standard",
                division,
                asOf,
                atStandard,
                urban,
                share,
                "PERCENT",
                "100.00",
                atStandard == urban,
                ARTICLE);
    }

    /** Art. 12: no community is weak. */
    static Indicator weak(DivisionCode division, LocalDate asOf, long weak, long all) {
        return new Indicator(
                "weak-communities", division, asOf, weak, all, Long.toString(weak), "COUNT", "0", weak == 0, ARTICLE);
    }
}
