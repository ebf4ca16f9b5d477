package cn.shequ.funding.indicator;

import cn.shequ.events.funding.IndicatorRecorded;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.indicator.IndicatorSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is told of a division's money each day: ratios, of which 1 is the whole. */
@ApplicationScoped
class MoneyIndicators implements IndicatorSource {

    private static final int SCALE_OF_RATIO = 6;

    private final Indicators indicators;

    MoneyIndicators(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public Set<DivisionLevel> levels() {
        return EnumSet.complementOf(EnumSet.of(DivisionLevel.COMMUNITY));
    }

    @Override
    public List<IndicatorRecorded> of(DivisionCode division, LocalDate day) {
        return indicators.of(division, day).stream().map(MoneyIndicators::event).toList();
    }

    private static IndicatorRecorded event(IndicatorFigure figure) {
        return new IndicatorRecorded(
                figure.indicator(),
                figure.division().value(),
                figure.asOf(),
                figure.numerator().toString(),
                figure.denominator().toString(),
                ratio(figure),
                "RATIO",
                figure.target() == null ? null : "1",
                figure.article());
    }

    private static @Nullable String ratio(IndicatorFigure figure) {
        return figure.denominator().isPositive()
                ? figure.numerator()
                        .yuan()
                        .divide(figure.denominator().yuan(), SCALE_OF_RATIO, RoundingMode.HALF_UP)
                        .toPlainString()
                : null;
    }
}
