package cn.shequ.gateway.passage;

import cn.shequ.gateway.GatewaySettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Starts passages and counts how they end. */
@ApplicationScoped
public class Passages {
    /** The bounds between which passages are counted, so that percentiles can be told over all processes. */
    private static final Duration[] WITHIN = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };

    private final GatewaySettings settings;
    private final Vertx vertx;
    private final MeterRegistry meters;

    Passages(GatewaySettings settings, Vertx vertx, MeterRegistry meters, ServiceClients services) {
        this.settings = settings;
        this.vertx = vertx;
        this.meters = meters;
        services.all().forEach(this::showBreaker);
        services.issuer().ifPresent(this::showBreaker);
    }

    private void showBreaker(ServiceClient service) {
        Gauge.builder("shequ.gateway.breaker.open", service, s -> s.state() == CircuitBreakerState.CLOSED ? 0 : 1)
                .description("1 while the service is not asked, or only to see whether it answers again")
                .tag("service", service.name())
                .register(meters);
    }

    /** The request must be paused. Tags are few and fixed: a path in them would let clients fill the memory. */
    public void begin(RoutingContext context, ServiceClient service, String uri) {
        Timer.Sample sample = Timer.start(meters);
        new Passage(
                        context,
                        service,
                        uri,
                        settings,
                        vertx,
                        outcome -> sample.stop(Timer.builder("shequ.gateway.passage")
                                .description("Requests carried to a service, by how they ended")
                                .tag("service", service.name())
                                .tag("outcome", outcome.label())
                                .tag("status", status(context, outcome))
                                .serviceLevelObjectives(WITHIN)
                                .register(meters)))
                .begin();
    }

    private static String status(RoutingContext context, Outcome outcome) {
        return outcome == Outcome.ANSWERED ? context.response().getStatusCode() / 100 + "xx" : "none";
    }
}
