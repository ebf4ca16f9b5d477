package cn.shequ.admission.burden;

import cn.shequ.admission.CountedPeriod;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How much is demanded of communities, by whom, month by month (Art. 7). */
@ApplicationScoped
class DemandCounts {

    private final Demands demands;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    DemandCounts(Demands demands, Jurisdiction jurisdiction, Callers callers, Clock clock) {
        this.demands = demands;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    /** In the period that {@link CountedPeriod#of} makes of the two days. */
    Page<DemandCount> of(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable DivisionCode community, PageRequest request) {
        CountedPeriod period = CountedPeriod.of(from, to, LocalDate.now(clock));
        return demands.counts(
                period.from(),
                period.to(),
                community,
                callers.current().onlyDepartment(),
                jurisdiction.bindings(),
                request);
    }
}
