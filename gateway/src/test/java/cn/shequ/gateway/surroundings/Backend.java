package cn.shequ.gateway.surroundings;

import cn.shequ.localstack.FreePort;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real HTTP server in the place of a service, whose behaviour each test sets. */
public final class Backend implements AutoCloseable {
    private static final Handler<HttpServerRequest> FRIENDLY = request ->
            request.response().putHeader("Content-Type", "application/json").end("{}");

    private final Vertx vertx = Vertx.vertx();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile Handler<HttpServerRequest> behaviour = FRIENDLY;
    private HttpServer server;

    private Backend(int port) {
        this.port = port;
        open();
    }

    public static Backend inPlaceOf(String service) {
        return at("shequ.gateway.services." + service + ".url");
    }

    public static Backend inPlaceOfIssuer() {
        return at("shequ.gateway.issuer.url");
    }

    private static Backend at(String setting) {
        return new Backend(
                ConfigProvider.getConfig().getValue(setting, URI.class).getPort());
    }

    public Backend answers(Handler<HttpServerRequest> behaviour) {
        this.behaviour = behaviour;
        return this;
    }

    public void isFriendly() {
        answers(FRIENDLY);
    }

    /** Targets of all requests received so far, byte for byte. */
    public List<String> seen() {
        return seen;
    }

    /** A selector gives the port back only after the server was closed. */
    public void goesDown() {
        await(server.close());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> FreePort.isFree(port));
    }

    public void comesBack() {
        open();
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private void open() {
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(port);
        server = vertx.createHttpServer(options).requestHandler(request -> {
            seen.add(request.uri());
            behaviour.handle(request);
        });
        await(server.listen());
    }

    private static void await(io.vertx.core.Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
