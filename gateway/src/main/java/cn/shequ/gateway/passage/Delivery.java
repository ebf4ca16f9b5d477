package cn.shequ.gateway.passage;

import cn.shequ.gateway.GatewaySettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** Hands a service's answer to the client as it comes. */
final class Delivery {
    private final HttpServerRequest incoming;
    private final HttpClientResponse answer;
    private final GatewaySettings settings;
    private final Wait wait;

    Delivery(HttpServerRequest incoming, HttpClientResponse answer, GatewaySettings settings, Vertx vertx) {
        this.incoming = incoming;
        this.answer = answer;
        this.settings = settings;
        this.wait = new Wait(vertx);
    }

    void writeHead(OuterAddresses addresses) {
        HttpServerResponse out = incoming.response();
        out.setStatusCode(answer.statusCode());
        ResponseHeaders.copy(answer.headers(), out.headers(), addresses);
        if (hasBody() && !out.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            out.setChunked(true);
            out.write(Buffer.buffer()); // the head of an event stream must not wait for its first event
        }
    }

    /** Fails when the answer broke off: the client then sees a cut connection, never a seemingly complete answer. */
    Future<Void> writeBody() {
        HttpServerResponse out = incoming.response();
        Flow download = new Flow(answer, out, chunk -> wait.progress());
        wait.begin(patience(), () -> stalled(download));
        return download.start().onComplete(over -> wait.end()).compose(through -> out.end());
    }

    private void stalled(Flow download) {
        if (download.isWaitingForSink()) { // the client reads slowly: the server's own idle timeout is its judge
            wait.begin(patience(), () -> stalled(download));
        } else {
            download.stop(new ServiceFailure(ServiceFailure.Kind.BROKEN, "the answer paused for too long"));
        }
    }

    private Duration patience() {
        String type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean events = type != null && type.startsWith("text/event-stream");
        return events ? settings.patience().quietStream() : settings.patience().slowAnswer();
    }

    private boolean hasBody() {
        int status = answer.statusCode();
        return incoming.method() != HttpMethod.HEAD && status >= 200 && status != 204 && status != 304;
    }
}
