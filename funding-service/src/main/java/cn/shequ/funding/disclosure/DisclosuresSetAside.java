package cn.shequ.funding.disclosure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * How many disclosures could not be published, and why the first of them. A person should look at it; the service goes on and
 * stays ready.
 */
@Wellness
@Singleton
class DisclosuresSetAside implements HealthCheck {

    private static final int SHOWN = 5;

    private final DisclosureQueue queue;
    private volatile long count;

    DisclosuresSetAside(DisclosureQueue queue, MeterRegistry registry) {
        this.queue = queue;
        Gauge.builder("shequ.disclosures.set-aside", () -> count)
                .description("Disclosures that could not be published and are tried again")
                .register(registry);
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        count = queue.countSetAside();
    }

    @Override
    public HealthCheckResponse call() {
        measure();
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("disclosures").withData("setAside", count);
        queue.setAside(SHOWN)
                .forEach(each -> answer.withData(each.community() + " " + each.periodFrom(), each.reason()));
        return answer.status(count == 0).build();
    }
}
