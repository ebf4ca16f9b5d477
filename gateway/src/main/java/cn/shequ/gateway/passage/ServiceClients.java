package cn.shequ.gateway.passage;

import cn.shequ.gateway.GatewaySettings;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All services behind the door, by name, and the issuer, where it stands behind it too. */
@ApplicationScoped
public class ServiceClients {
    private final Map<String, ServiceClient> clients = new TreeMap<>();
    private final Optional<ServiceClient> issuer;

    ServiceClients(Vertx vertx, GatewaySettings settings) {
        settings.services()
                .forEach((name, service) ->
                        clients.put(name, new ServiceClient(vertx, name, service.url(), service, settings)));
        issuer = settings.issuer()
                .url()
                .map(url -> new ServiceClient(vertx, "issuer", url, settings.issuer(), settings));
    }

    public Optional<ServiceClient> named(String name) {
        return Optional.ofNullable(clients.get(name));
    }

    public Collection<ServiceClient> all() {
        return clients.values();
    }

    public Optional<ServiceClient> issuer() {
        return issuer;
    }

    @PreDestroy
    void close() {
        issuer.ifPresent(ServiceClient::close);
        clients.values().forEach(ServiceClient::close);
    }
}
