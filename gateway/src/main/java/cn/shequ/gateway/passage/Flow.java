package cn.shequ.gateway.passage;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import java.util.function.Consumer;

/**
 * Moves chunks from a source to a sink, no faster than the sink takes them, so that at most a few chunks of a body of
 * any size are in memory. The sink is not ended here: what the end means differs between request and answer.
 */
final class Flow {
    private final ReadStream<Buffer> source;
    private final WriteStream<Buffer> sink;
    private final Consumer<Buffer> watch;
    private final Promise<Void> done = Promise.promise();
    private boolean waitingForSink;
    private boolean over;

    /** @param watch sees each chunk before it is passed on and may throw to stop the flow */
    Flow(ReadStream<Buffer> source, WriteStream<Buffer> sink, Consumer<Buffer> watch) {
        this.source = source;
        this.sink = sink;
        this.watch = watch;
    }

    Future<Void> start() {
        source.exceptionHandler(this::stop);
        source.handler(this::move);
        source.endHandler(end -> {
            over = true;
            done.tryComplete();
        });
        source.resume();
        return done.future();
    }

    /** From here on nothing reaches the sink; the source is left paused. */
    void stop(Throwable why) {
        if (!over) {
            over = true;
            source.pause();
            done.tryFail(why);
        }
    }

    boolean isOver() {
        return over;
    }

    /** True while it is the receiver who holds things up, not the sender. */
    boolean isWaitingForSink() {
        return waitingForSink;
    }

    private void move(Buffer chunk) {
        if (over) {
            return;
        }
        try {
            watch.accept(chunk);
        } catch (ClientFault fault) {
            stop(fault);
            return;
        }
        sink.write(chunk);
        if (sink.writeQueueFull()) {
            waitingForSink = true;
            source.pause();
            sink.drainHandler(drained -> {
                waitingForSink = false;
                if (!over) {
                    source.resume();
                }
            });
        }
    }
}
