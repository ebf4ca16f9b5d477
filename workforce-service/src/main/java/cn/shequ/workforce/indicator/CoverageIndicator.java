package cn.shequ.workforce.indicator;

import cn.shequ.events.workforce.IndicatorRecorded;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.indicator.IndicatorSource;
import cn.shequ.workforce.coverage.CoverageReports;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The coverage of every division, from the city down to the communities. */
@ApplicationScoped
class CoverageIndicator implements IndicatorSource {

    private final CoverageReports coverages;

    CoverageIndicator(CoverageReports coverages) {
        this.coverages = coverages;
    }

    @Override
    public Set<DivisionLevel> levels() {
        return EnumSet.allOf(DivisionLevel.class);
    }

    @Override
    public List<IndicatorRecorded> of(DivisionCode division, LocalDate day) {
        return List.of(VolunteerCoverage.of(division, day, coverages.coverage(division, day)));
    }
}
