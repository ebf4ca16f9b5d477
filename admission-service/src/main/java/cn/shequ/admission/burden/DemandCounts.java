package cn.shequ.admission.burden;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
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

    /**
     * @param from the first day; the first of the present month when left out
     * @param to the last day; the last of the month of {@code from} when left out, and less than a year later
     */
    Page<DemandCount> of(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable DivisionCode community, PageRequest request) {
        LocalDate first = from == null ? LocalDate.now(clock).withDayOfMonth(1) : KnownDays.require("from", from);
        LocalDate last = to == null ? first.with(TemporalAdjusters.lastDayOfMonth()) : to;
        if (last.isBefore(first) || !last.isBefore(first.plusYears(1))) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of(
                            "to",
                            "out-of-range",
                            Map.of("least", first, "most", first.plusYears(1).minusDays(1))));
        }
        return demands.counts(
                first, last, community, callers.current().onlyDepartment(), jurisdiction.bindings(), request);
    }
}
