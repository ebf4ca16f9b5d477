package cn.shequ.gateway.passage;

import cn.shequ.gateway.GatewaySettings;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All services behind the door, by name. */
@ApplicationScoped
public class ServiceClients {
    private final Map<String, ServiceClient> clients = new TreeMap<>();

    ServiceClients(Vertx vertx, GatewaySettings settings) {
        settings.services()
                .forEach((name, service) -> clients.put(name, new ServiceClient(vertx, name, service, settings)));
    }

    public Optional<ServiceClient> named(String name) {
        return Optional.ofNullable(clients.get(name));
    }

    public Collection<ServiceClient> all() {
        return clients.values();
    }

    @PreDestroy
    void close() {
        clients.values().forEach(ServiceClient::close);
    }
}
