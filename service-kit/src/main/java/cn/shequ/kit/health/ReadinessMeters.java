package cn.shequ.kit.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;

/** Each check of the readiness as a figure, so that who watches sees which one is down, and not only that one is. */
@Singleton
class ReadinessMeters {

    private final SmallRyeHealthReporter reporter;
    private final MultiGauge checks;

    ReadinessMeters(SmallRyeHealthReporter reporter, MeterRegistry registry) {
        this.reporter = reporter;
        this.checks = MultiGauge.builder("shequ.ready")
                .description("1 while the check lets the process take requests")
                .register(registry);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        checks.register(
                reporter.getReadiness().getPayload().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                        .map(check -> MultiGauge.Row.of(
                                Tags.of("check", check.getString("name")),
                                check.getString("status").equals("UP") ? 1 : 0))
                        .toList(),
                true);
    }
}
