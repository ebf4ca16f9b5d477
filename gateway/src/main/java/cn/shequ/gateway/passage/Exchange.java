package cn.shequ.gateway.passage;

import cn.shequ.gateway.GatewaySettings;
import cn.shequ.gateway.problem.BodyLeft;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request sent to a service, up to the first byte of its answer.
 *
 * <p>While the body is on its way the sender's pauses are watched; a pause the service causes by not reading is the
 * service's. Once the body is through, the route's timeout runs.
 */
final class Exchange {
    private final HttpServerRequest incoming;
    private final ServiceClient service;
    private final String uri;
    private final GatewaySettings settings;
    private final Wait wait;
    private final Promise<HttpClientResponse> answer = Promise.promise();
    private @Nullable HttpClientRequest outgoing;
    private @Nullable Flow upload;
    private long bodyBytes;
    private boolean bodyThrough;
    private boolean ended;

    Exchange(HttpServerRequest incoming, ServiceClient service, String uri, GatewaySettings settings, Vertx vertx) {
        this.incoming = incoming;
        this.service = service;
        this.uri = uri;
        this.settings = settings;
        this.wait = new Wait(vertx);
    }

    /** The answer comes paused, so that nothing of it is lost before someone listens. */
    Future<HttpClientResponse> send() {
        service.open(incoming.method(), uri).onSuccess(this::carry).onFailure(this::end);
        return answer.future();
    }

    /** True when the body did not get through before the answer began. */
    boolean isBodyUnfinished() {
        return !bodyThrough;
    }

    /** Ends it, whatever its state; the connection to the service is not used again. */
    void end(Throwable why) {
        if (ended) {
            return;
        }
        ended = true;
        wait.end();
        if (upload != null) {
            upload.stop(why);
        }
        if (outgoing != null) {
            outgoing.reset();
        }
        answer.tryFail(why);
    }

    private void carry(HttpClientRequest request) {
        outgoing = request;
        if (ended) {
            request.reset();
            return;
        }
        RequestHeaders.copy(incoming, request.headers());
        request.exceptionHandler(e -> end(new ServiceFailure(ServiceFailure.Kind.BROKEN, e)));
        request.response()
                .onSuccess(this::answered)
                .onFailure(e -> end(new ServiceFailure(ServiceFailure.Kind.BROKEN, e)));
        if ("100-continue".equalsIgnoreCase(incoming.getHeader(HttpHeaders.EXPECT))) {
            sendOnceWanted(request);
        } else {
            sendBody(request);
        }
    }

    /** Asks the service first: a body it will refuse is never sent. */
    private void sendOnceWanted(HttpClientRequest request) {
        request.putHeader(HttpHeaders.EXPECT, "100-continue");
        request.setChunked(!request.headers().contains(HttpHeaders.CONTENT_LENGTH));
        request.continueHandler(wanted -> {
            incoming.response().writeContinue();
            sendBody(request);
        });
        waitForAnswer();
        request.sendHead();
    }

    private void sendBody(HttpClientRequest request) {
        if (!BodyLeft.announced(incoming)) {
            bodyThrough(request);
            return;
        }
        Duration pause = settings.patience().slowClient();
        wait.begin(pause, this::bodyStalled);
        upload = new Flow(incoming, request, chunk -> watch(request, chunk));
        upload.start()
                .onSuccess(through -> bodyThrough(request))
                .onFailure(e -> end(e instanceof ClientFault ? e : new ClientFault(ClientFault.Kind.GONE)));
    }

    private void watch(HttpClientRequest request, Buffer chunk) {
        wait.progress();
        bodyBytes += chunk.length();
        if (bodyBytes > settings.limits().bodyBytes()) {
            throw new ClientFault(ClientFault.Kind.TOO_LARGE);
        }
        if (bodyBytes == chunk.length() && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            request.setChunked(true);
        }
    }

    private void bodyThrough(HttpClientRequest request) {
        bodyThrough = true;
        if (!answer.future().isComplete()) {
            waitForAnswer();
        } else {
            wait.end();
        }
        request.end();
    }

    private void waitForAnswer() {
        Duration timeout = service.timeoutOf(uri);
        wait.begin(timeout, () -> end(new ServiceFailure(ServiceFailure.Kind.TIMEOUT, "no answer in " + timeout)));
    }

    private void bodyStalled() {
        boolean serviceHoldsUp = upload != null && upload.isWaitingForSink();
        end(
                serviceHoldsUp
                        ? new ServiceFailure(ServiceFailure.Kind.TIMEOUT, "body not taken")
                        : new ClientFault(ClientFault.Kind.TOO_SLOW));
    }

    private void answered(HttpClientResponse response) {
        response.pause();
        response.exceptionHandler(broken -> {}); // until someone listens; a later listener takes this one's place
        if (bodyThrough) {
            wait.end();
        }
        answer.tryComplete(response);
    }
}
