package cn.shequ.admission.indicator;

import cn.shequ.events.admission.IndicatorRecorded;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.indicator.IndicatorSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is told each day of a division's placements, applications, refusals and supervision; where there are none, nothing. */
@ApplicationScoped
class DailyShares implements IndicatorSource {

    private final Indicators indicators;

    DailyShares(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public Set<DivisionLevel> levels() {
        return EnumSet.complementOf(EnumSet.of(DivisionLevel.COMMUNITY));
    }

    @Override
    public List<IndicatorRecorded> of(DivisionCode division, LocalDate day) {
        return indicators.of(division, day).stream().map(DailyShares::event).toList();
    }

    private static IndicatorRecorded event(IndicatorFigure figure) {
        return new IndicatorRecorded(
                figure.indicator(),
                figure.division().value(),
                figure.asOf(),
                figure.numerator(),
                figure.denominator(),
                figure.value(),
                figure.unit(),
                figure.target(),
                figure.article());
    }
}
