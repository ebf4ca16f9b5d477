package cn.shequ.funding.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How many ledgers wait for an audit; it does not make the service unwell. */
@Wellness
@Singleton
class AuditHealth implements HealthCheck {

    private final AuditsDue due;
    private volatile long count;

    AuditHealth(AuditsDue due, MeterRegistry registry) {
        this.due = due;
        Gauge.builder("shequ.audits.due", () -> count)
                .description("Ledgers whose last audit closed longer ago than the rulebook allows")
                .register(registry);
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        count = due.count();
    }

    @Override
    public HealthCheckResponse call() {
        measure();
        return HealthCheckResponse.named("audits").withData("due", count).up().build();
    }
}
