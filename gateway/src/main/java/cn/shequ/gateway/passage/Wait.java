package cn.shequ.gateway.passage;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Gives up when nothing has happened for too long. Noting progress costs a field, not a timer. */
final class Wait {
    private final Vertx vertx;
    private long limitNanos;
    private long since;
    private long timer = -1;
    private Runnable whenOver = () -> {};

    Wait(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Begins a wait in place of the one before. */
    void begin(Duration limit, Runnable whenOver) {
        end();
        this.limitNanos = limit.toNanos();
        this.whenOver = whenOver;
        this.since = System.nanoTime();
        arm(limitNanos);
    }

    void progress() {
        since = System.nanoTime();
    }

    void end() {
        if (timer != -1) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
    }

    private void arm(long nanos) {
        timer = vertx.setTimer(Math.max(1, Duration.ofNanos(nanos).toMillis()), id -> look());
    }

    private void look() {
        timer = -1;
        long left = limitNanos - (System.nanoTime() - since);
        if (left > 0) {
            arm(left);
        } else {
            whenOver.run();
        }
    }
}
