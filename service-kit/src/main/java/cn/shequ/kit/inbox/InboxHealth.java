package cn.shequ.kit.inbox;

import cn.shequ.kit.inbox.ParkedEvent.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says how many events are set aside. A poisonous one makes {@code /q/health} go down, for a person must look at it,
 * but not {@code /q/health/ready}: everything else goes on.
 */
@Wellness
@Singleton
class InboxHealth implements HealthCheck {
    private final ParkedEvents parked;
    private volatile Map<State, Long> counts = Map.of();

    InboxHealth(ParkedEvents parked, MeterRegistry registry) {
        this.parked = parked;
        for (State state : State.values()) {
            Gauge.builder("shequ.inbox.parked", () -> counts.getOrDefault(state, 0L))
                    .description("Events that were set aside")
                    .tag("state", state.name())
                    .register(registry);
        }
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        counts = parked.counts();
    }

    @Override
    public HealthCheckResponse call() {
        count();
        return HealthCheckResponse.named("inbox")
                .withData("waiting", counts.getOrDefault(State.WAITING, 0L))
                .withData("behind", counts.getOrDefault(State.BEHIND, 0L))
                .withData("poison", counts.getOrDefault(State.POISON, 0L))
                .status(!counts.containsKey(State.POISON))
                .build();
    }
}
