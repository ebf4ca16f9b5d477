package cn.shequ.gateway.passage;

import cn.shequ.gateway.GatewaySettings;
import cn.shequ.gateway.GatewaySettings.Way;
import cn.shequ.gateway.routing.Timeouts;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One service: its connections, its breaker, its timeouts. Nothing is shared, so one cannot starve another. */
public final class ServiceClient {
    private static final int LARGEST_ANSWER_HEAD_BYTES = 32 * 1024;
    private static final Duration POOL_WAIT = Duration.ofSeconds(1);

    private final String name;
    private final URI url;
    private final Timeouts timeouts;
    private final Duration connecting;
    private final HttpClient client;
    private final CircuitBreaker breaker;

    ServiceClient(Vertx vertx, String name, URI url, Way way, GatewaySettings settings) {
        this.name = name;
        this.url = url;
        this.timeouts = new Timeouts(way.routes(), way.timeout());
        this.connecting = settings.patience().connecting();
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setSsl("https".equals(url.getScheme()))
                        .setConnectTimeout(Math.toIntExact(connecting.toMillis()))
                        .setKeepAliveTimeout(30)
                        .setMaxWaitQueueSize(way.waiting())
                        .setMaxHeaderSize(LARGEST_ANSWER_HEAD_BYTES),
                new PoolOptions().setHttp1MaxSize(way.connections()));
        this.breaker = CircuitBreaker.create(
                        name,
                        vertx,
                        new CircuitBreakerOptions()
                                .setMaxFailures(settings.breaker().failures())
                                .setFailuresRollingWindow(
                                        settings.breaker().window().toMillis())
                                .setResetTimeout(settings.breaker().rest().toMillis())
                                .setTimeout(-1)) // each route has its own
                .failurePolicy(ServiceClient::countsAgainstTheService);
    }

    public String name() {
        return name;
    }

    String origin() {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    Duration timeoutOf(String uri) {
        return timeouts.of(uri);
    }

    public CircuitBreakerState state() {
        return breaker.state();
    }

    /** Runs an exchange unless the breaker is open, and lets its result count. */
    public <T> Future<T> guarded(Supplier<Future<T>> exchange) {
        return breaker.<T>execute(result -> exchange.get().onComplete(result))
                .recover(e -> Future.failedFuture(
                        e instanceof OpenCircuitException
                                ? new ServiceFailure(ServiceFailure.Kind.UNREACHABLE, "breaker open")
                                : e));
    }

    /** A request on a pooled connection, nothing sent yet. */
    public Future<HttpClientRequest> open(HttpMethod method, String uri) {
        return client.request(new RequestOptions()
                        .setMethod(method)
                        .setHost(url.getHost())
                        .setPort(port())
                        .setURI(uri)
                        .setConnectTimeout(connecting.plus(POOL_WAIT).toMillis()))
                .recover(e -> Future.failedFuture(new ServiceFailure(kindOf(e), e)));
    }

    void close() {
        breaker.close();
        client.close();
    }

    private int port() {
        return url.getPort() != -1 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    private static ServiceFailure.Kind kindOf(Throwable e) {
        boolean poolIsFull = e instanceof ConnectionPoolTooBusyException || e instanceof TimeoutException;
        return poolIsFull ? ServiceFailure.Kind.BUSY : ServiceFailure.Kind.UNREACHABLE;
    }

    private static boolean countsAgainstTheService(Future<?> exchange) {
        return exchange.failed()
                && exchange.cause() instanceof ServiceFailure failure
                && failure.kind() != ServiceFailure.Kind.BUSY;
    }
}
