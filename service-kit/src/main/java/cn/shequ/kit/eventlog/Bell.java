package cn.shequ.kit.eventlog;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting worker. Rings that nobody waited for are remembered as one. */
class Bell {
    private final Semaphore rung = new Semaphore(0);

    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Returns when the bell was rung, or after the time at the latest. */
    void await(Duration atMost) throws InterruptedException {
        await(atMost, Duration.ZERO);
    }

    /** Returns when the bell was rung and those who ring at about the same time had theirs; or after the time. */
    void await(Duration atMost, Duration gathering) throws InterruptedException {
        if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            Thread.sleep(gathering);
            rung.drainPermits();
        }
    }
}
