package cn.shequ.funding.disclosure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How many residents wait for an answer longer than they should; it does not make the service unwell. */
@Wellness
@Singleton
class QuestionsOverdue implements HealthCheck {

    private final DisclosureQuestions questions;
    private final Clock clock;
    private volatile long count;

    QuestionsOverdue(DisclosureQuestions questions, Clock clock, MeterRegistry registry) {
        this.questions = questions;
        this.clock = clock;
        Gauge.builder("shequ.disclosure.questions.overdue", () -> count)
                .description("Residents' questions that should have been answered by now")
                .register(registry);
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        count = questions.overdue(LocalDate.now(clock));
    }

    @Override
    public HealthCheckResponse call() {
        measure();
        return HealthCheckResponse.named("disclosure-questions")
                .withData("overdue", count)
                .up()
                .build();
    }
}
