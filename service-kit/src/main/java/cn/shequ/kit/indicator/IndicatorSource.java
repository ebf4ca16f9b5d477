package cn.shequ.kit.indicator;

import cn.shequ.events.Indicator;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What a service measures; every bean of this type is found and asked once for each division and day. */
public interface IndicatorSource {

    /** Divisions of which levels are measured. */
    Set<DivisionLevel> levels();

    /** How the day ended there, as events of this service. What has no value is not told: nothing was there to measure. */
    List<? extends Indicator> of(DivisionCode division, LocalDate day);
}
