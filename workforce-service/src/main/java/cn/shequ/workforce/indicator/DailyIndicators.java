package cn.shequ.workforce.indicator;

import cn.shequ.events.workforce.IndicatorRecorded;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.workforce.coverage.Counts;
import cn.shequ.workforce.coverage.Coverage;
import cn.shequ.workforce.coverage.CoverageReports;
import cn.shequ.workforce.coverage.Coverages;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says once a day, for every division, how the day before ended: to the record and to the other services. */
@ApplicationScoped
public class DailyIndicators {

    private final IndicatorRecord records;
    private final Coverages coverages;
    private final Rulebook rulebook;
    private final EventLog events;
    private final Clock clock;

    DailyIndicators(IndicatorRecord records, Coverages coverages, Rulebook rulebook, EventLog events, Clock clock) {
        this.records = records;
        this.coverages = coverages;
        this.rulebook = rulebook;
        this.events = events;
        this.clock = clock;
    }

    /** Looks every hour, so that a night the service slept through is made up for in the morning. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void recordYesterday() {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        if (!records.isKept(yesterday)) {
            record(yesterday);
        }
    }

    /** Records a day once, however often and from however many processes it is asked; returns what was new. */
    @Transactional
    public List<IndicatorRecorded> record(LocalDate day) {
        Collection<Counts> counted =
                coverages.count(records.divisions(day), day).values();
        List<IndicatorRecorded> recorded = new ArrayList<>();
        for (Counts counts : counted) {
            if (counts.residents() == 0) {
                continue;
            }
            DivisionCode division = counts.division();
            Coverage coverage = new Coverage(
                    counts.volunteers(),
                    counts.residents(),
                    rulebook.on(day, CoverageReports.TARGET, division).decimal());
            if (records.keep(division, day, coverage)) {
                recorded.add(VolunteerCoverage.of(division, day, coverage));
            }
        }
        events.append(recorded);
        return recorded;
    }
}
