package cn.shequ.kit.eventlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How far numbering and publishing are behind the business. */
@Wellness
@Singleton
class LogFigures implements HealthCheck {
    private final Jdbi jdbi;
    private volatile Figures figures = new Figures(0, 0, 0);

    LogFigures(Jdbi jdbi, MeterRegistry registry) {
        this.jdbi = jdbi;
        Gauge.builder("shequ.events.numbered", () -> figures.numbered())
                .description("Events in the log")
                .register(registry);
        Gauge.builder("shequ.events.unsequenced", () -> figures.unnumbered())
                .description("Events that were committed and have no number yet")
                .register(registry);
        Gauge.builder("shequ.events.unpublished", () -> figures.unpublished())
                .description("Events that have a number and are not on Kafka yet")
                .register(registry);
    }

    private record Figures(long numbered, long unnumbered, long unpublished) {}

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        figures = jdbi.withHandle(LogFigures::measured);
    }

    /** From which row on there may be events without numbers is a value of its own, so that no plan reads the others. */
    private static Figures measured(Handle handle) {
        long settled = handle.createQuery("SELECT settled_outbox_id FROM event_sequencing")
                .mapTo(Long.class)
                .one();
        return handle.createQuery("""
                        SELECT log.size,
                               (SELECT count(*) FROM event_outbox o
                                WHERE o.id > :settled AND NOT EXISTS (
                                  SELECT FROM event_log l WHERE l.outbox_id = o.id AND l.outbox_id > :settled)),
                               log.size - p.next_sequence
                        FROM event_publication p,
                             (SELECT coalesce(max(sequence) + 1, 0) AS size FROM event_log) AS log""")
                .bind("settled", settled)
                .map((row, context) -> new Figures(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one();
    }

    @Override
    public HealthCheckResponse call() {
        measure();
        return HealthCheckResponse.named("event-log")
                .withData("numbered", figures.numbered())
                .withData("unsequenced", figures.unnumbered())
                .withData("unpublished", figures.unpublished())
                .up()
                .build();
    }
}
