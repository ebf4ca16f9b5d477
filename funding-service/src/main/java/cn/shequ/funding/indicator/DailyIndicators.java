package cn.shequ.funding.indicator;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Says once a day, for the city and each county-level unit, how the day before ended (Art. 36). */
@ApplicationScoped
class DailyIndicators {

    private final IndicatorRecords records;
    private final IndicatorRecording recording;
    private final Clock clock;

    DailyIndicators(IndicatorRecords records, IndicatorRecording recording, Clock clock) {
        this.records = records;
        this.recording = recording;
        this.clock = clock;
    }

    /** Looks every hour, so that a night the service slept through is made up for in the morning. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recordYesterday() {
        record(LocalDate.now(clock).minusDays(1));
    }

    /** A division in a transaction of its own. */
    void record(LocalDate day) {
        records.without(day).forEach(division -> recording.record(division, day));
    }
}
