package cn.shequ.funding.obligation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** How much of what the city owes its communities was not paid in time; said in figures alone. */
@Singleton
class ObligationsLate {

    private final Obligations obligations;
    private final DueDays days;
    private volatile long count;

    ObligationsLate(Obligations obligations, DueDays days, MeterRegistry registry) {
        this.obligations = obligations;
        this.days = days;
        Gauge.builder("shequ.obligations.late", () -> count)
                .description("Obligations that are outstanding after the day on which they were due")
                .register(registry);
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        count = obligations.countOutstanding(days.lastOverdue());
    }
}
