package cn.shequ.gateway.passage;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows the breaker of each service. The gateway is ready whatever they say: taking it out of service because one
 * service is down would take the others with it.
 */
@Readiness
class ServicesCheck implements HealthCheck {
    private final ServiceClients services;

    ServicesCheck(ServiceClients services) {
        this.services = services;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("services").up();
        for (ServiceClient service : services.all()) {
            check.withData(service.name(), "breaker " + service.state().name().toLowerCase(java.util.Locale.ROOT));
        }
        return check.build();
    }
}
