package cn.shequ.gateway.passage;

import cn.shequ.gateway.GatewaySettings;
import cn.shequ.gateway.problem.BodyLeft;
import cn.shequ.gateway.problem.ProblemAnswer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request's whole way: to the service, and the answer back, or the words why there is none. */
final class Passage {
    private static final Logger LOG = Logger.getLogger(Passage.class);
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final RoutingContext context;
    private final HttpServerRequest incoming;
    private final ServiceClient service;
    private final String uri;
    private final GatewaySettings settings;
    private final Vertx vertx;
    private final Consumer<Outcome> ending;
    private @Nullable Exchange exchange;
    private boolean clientGone;

    Passage(
            RoutingContext context,
            ServiceClient service,
            String uri,
            GatewaySettings settings,
            Vertx vertx,
            Consumer<Outcome> ending) {
        this.context = context;
        this.incoming = context.request();
        this.service = service;
        this.uri = uri;
        this.settings = settings;
        this.vertx = vertx;
        this.ending = ending;
    }

    void begin() {
        context.addEndHandler(end -> {
            if (end.failed() && !isAnswered()) {
                clientGone = true;
                endExchange(new ClientFault(ClientFault.Kind.GONE));
            }
        });
        // Delivered within the breaker's call: by its own way back, through the event loop, an answer that breaks off
        // could be over before anyone listens.
        service.guarded(() -> ask().onSuccess(this::deliver)).onFailure(this::refuse);
    }

    /** Asks once more when a pooled connection turned out to be closed and the try can have changed nothing. */
    private Future<HttpClientResponse> ask() {
        return once().recover(e -> mayAskAgain(e) ? once() : Future.failedFuture(e));
    }

    private Future<HttpClientResponse> once() {
        exchange = new Exchange(incoming, service, uri, settings, vertx);
        return exchange.send();
    }

    private boolean mayAskAgain(Throwable e) {
        return !clientGone
                && e instanceof ServiceFailure failure
                && failure.getCause() instanceof HttpClosedException
                && (nothingWasSent(failure) || SAFE.contains(incoming.method()) && !BodyLeft.announced(incoming));
    }

    private static boolean nothingWasSent(ServiceFailure failure) {
        return failure.kind() == ServiceFailure.Kind.UNREACHABLE;
    }

    private void deliver(HttpClientResponse answer) {
        if (clientGone) {
            endExchange(new ClientFault(ClientFault.Kind.GONE));
            ending.accept(Outcome.CLIENT_GONE);
            return;
        }
        boolean bodyUnfinished = exchange != null && exchange.isBodyUnfinished();
        if (bodyUnfinished && incoming.version() != HttpVersion.HTTP_2) {
            incoming.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        var delivery = new Delivery(incoming, answer, settings, vertx);
        delivery.writeHead(addresses());
        delivery.writeBody()
                .onSuccess(through -> {
                    ending.accept(Outcome.ANSWERED);
                    leaveBody();
                })
                .onFailure(this::cut);
    }

    /** In HTTP/2 a stream that closes after its whole answer is told as if the client had left. */
    private boolean isAnswered() {
        return incoming.response().ended();
    }

    /** The service answered without waiting for the whole body: neither connection can be used again. */
    private void leaveBody() {
        if (exchange != null && exchange.isBodyUnfinished()) {
            endExchange(new ServiceFailure(ServiceFailure.Kind.BROKEN, "answered before the body was through"));
            BodyLeft.discardThenClose(incoming);
        }
    }

    private void refuse(Throwable why) {
        Outcome outcome = Outcome.of(why);
        ending.accept(outcome);
        if (outcome == Outcome.GATEWAY_ERROR) {
            LOG.errorf(why, "Passage to %s failed", service.name());
            endExchange(why);
        } else {
            LOG.debugf("Passage to %s: %s", service.name(), why.getMessage());
        }
        if (!clientGone) {
            ProblemAnswer.send(incoming, new Refusals(settings).of(outcome, service, uri));
        }
    }

    private void cut(Throwable why) {
        LOG.debugf("Answer of %s cut: %s", service.name(), why.getMessage());
        ending.accept(clientGone || isAnswered() ? Outcome.CLIENT_GONE : Outcome.BROKEN);
        endExchange(why);
        incoming.response().reset();
    }

    private void endExchange(Throwable why) {
        if (exchange != null) {
            exchange.end(why);
        }
    }

    private OuterAddresses addresses() {
        String outside = incoming.scheme() + "://" + incoming.authority();
        return new OuterAddresses(service.name(), List.of(service.origin(), outside));
    }
}
