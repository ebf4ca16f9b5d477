package cn.shequ.gateway.description;

import cn.shequ.gateway.GatewaySettings;
import cn.shequ.gateway.passage.ServiceClient;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fetches what each service says of itself, and remembers it, unread, for a short while. */
@ApplicationScoped
class ServiceDocuments {
    private static final long LARGEST_BYTES = 8L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Fetched(Future<Buffer> document, long at) {}

    private final Map<String, Fetched> fetched = new ConcurrentHashMap<>();
    private final Duration lifetime;

    ServiceDocuments(GatewaySettings settings) {
        this.lifetime = settings.descriptionLifetime();
    }

    /** Those who ask at the same time share one fetch; a failed one is not remembered. */
    Future<Buffer> of(ServiceClient service) {
        return fetched.compute(
                        service.name(),
                        (name, last) ->
                                last == null || isStale(last) ? new Fetched(fetch(service), System.nanoTime()) : last)
                .document();
    }

    private boolean isStale(Fetched last) {
        return last.document().failed() || System.nanoTime() - last.at() > lifetime.toNanos();
    }

    private Future<Buffer> fetch(ServiceClient service) {
        return service.guarded(() -> service.open(HttpMethod.GET, "/q/openapi?format=json"))
                .compose(ServiceDocuments::body);
    }

    private static Future<Buffer> body(HttpClientRequest request) {
        request.idleTimeout(PATIENCE.toMillis());
        return request.send().compose(response -> {
            if (response.statusCode() != 200 || announces(response) > LARGEST_BYTES) {
                response.exceptionHandler(ended -> {}); // we end it ourselves
                request.reset();
                return Future.failedFuture("no OpenAPI document: status " + response.statusCode());
            }
            return response.body();
        });
    }

    private static long announces(HttpClientResponse response) {
        String length = response.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
