package cn.shequ.facilities.indicator;

import cn.shequ.events.facilities.IndicatorRecorded;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.indicator.IndicatorSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is told of the premises of a division each day; of one without communities nothing. */
@ApplicationScoped
class DailyPremises implements IndicatorSource {

    private final PremisesIndicators indicators;

    DailyPremises(PremisesIndicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public Set<DivisionLevel> levels() {
        return EnumSet.complementOf(EnumSet.of(DivisionLevel.COMMUNITY));
    }

    @Override
    public List<IndicatorRecorded> of(DivisionCode division, LocalDate day) {
        return indicators.of(division, day).stream().map(DailyPremises::event).toList();
    }

    private static IndicatorRecorded event(Indicator indicator) {
        return new IndicatorRecorded(
                indicator.indicator(),
                indicator.division().value(),
                indicator.asOf(),
                Long.toString(indicator.numerator()),
                Long.toString(indicator.denominator()),
                indicator.denominator() == 0 ? null : indicator.value(),
                indicator.unit(),
                indicator.target(),
                Integer.toString(indicator.article()));
    }
}
