package cn.shequ.gateway.passage;

import cn.shequ.gateway.GatewaySettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Starts passages and counts how they end. */
@ApplicationScoped
public class Passages {
    private final GatewaySettings settings;
    private final Vertx vertx;
    private final MeterRegistry meters;

    Passages(GatewaySettings settings, Vertx vertx, MeterRegistry meters, ServiceClients services) {
        this.settings = settings;
        this.vertx = vertx;
        this.meters = meters;
        for (ServiceClient service : services.all()) {
            Gauge.builder("shequ.gateway.breaker.open", service, s -> s.state() == CircuitBreakerState.OPEN ? 1 : 0)
                    .description("1 while requests to the service are refused without trying")
                    .tag("service", service.name())
                    .register(meters);
        }
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
                                .register(meters)))
                .begin();
    }

    private static String status(RoutingContext context, Outcome outcome) {
        return outcome == Outcome.ANSWERED ? context.response().getStatusCode() / 100 + "xx" : "none";
    }
}
