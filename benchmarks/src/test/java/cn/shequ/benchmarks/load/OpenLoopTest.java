package cn.shequ.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(1);

    private final Histogram waited = Load.histogram();
    private int asked;

    /** Slow once: the fifth of twenty takes as long as ten others have time. */
    private final Client client = new Client() {
        @Override
        public boolean once() {
            long until = System.nanoTime() + (++asked == 5 ? 10 * GAP : 0);
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(GAP);
            }
            return true;
        }

        @Override
        public void close() {}
    };

    @Test
    void who_waits_behind_a_slow_answer_is_slow_too() throws Exception {
        long now = System.nanoTime();
        OpenLoop.pace(client, now, GAP, now, now + 20 * GAP, waited);
        assertThat(asked).isEqualTo(20);
        assertThat(waited.getTotalCount()).isEqualTo(20);
        assertThat(waited.getCountBetweenValues(4 * GAP, Long.MAX_VALUE)).isGreaterThanOrEqualTo(6);
    }

    @Test
    void what_is_due_before_it_counts_is_asked_and_not_counted() throws Exception {
        long now = System.nanoTime();
        OpenLoop.pace(client, now, GAP, now + 15 * GAP, now + 20 * GAP, waited);
        assertThat(asked).isEqualTo(20);
        assertThat(waited.getTotalCount()).isEqualTo(5);
    }
}
