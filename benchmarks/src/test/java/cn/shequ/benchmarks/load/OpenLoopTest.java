package cn.shequ.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Duration TWENTY = Duration.ofNanos(20 * GAP);

    private final List<Client.Patient> asked = new ArrayList<>();

    /** Is answered at once, but for the fifth question of all. */
    private class Answered implements Client.Patient {

        private BooleanSupplier answered = () -> true;

        BooleanSupplier fifth() {
            long later = System.nanoTime() + 10 * GAP;
            return () -> System.nanoTime() >= later;
        }

        @Override
        public void begin() throws Exception {
            asked.add(this);
            answered = asked.size() == 5 ? fifth() : () -> true;
        }

        @Override
        public boolean isAnswered() {
            return answered.getAsBoolean();
        }

        @Override
        public void end() throws Exception {}

        @Override
        public void close() {}
    }

    @Test
    void who_waits_behind_a_slow_answer_is_slow_too() throws Exception {
        Histogram waited = new OpenLoop(List.of(new Answered())).pace(GAP, TWENTY);
        assertThat(asked).hasSize(20);
        assertThat(waited.getTotalCount()).isEqualTo(20);
        assertThat(waited.getCountBetweenValues(4 * GAP, Long.MAX_VALUE)).isGreaterThanOrEqualTo(6);
    }

    @Test
    void others_ask_while_one_waits_for_its_answer() throws Exception {
        class UntilTenWereAsked extends Answered {
            @Override
            BooleanSupplier fifth() {
                return () -> asked.size() >= 15;
            }
        }
        Histogram waited = new OpenLoop(List.of(new UntilTenWereAsked(), new UntilTenWereAsked())).pace(GAP, TWENTY);
        assertThat(waited.getTotalCount()).isEqualTo(20);
        assertThat(asked.subList(5, 15)).doesNotContain(asked.get(4));
        assertThat(waited.getMaxValue()).isGreaterThanOrEqualTo(9 * GAP);
    }

    @Test
    void an_answer_that_is_refused_ends_the_run() {
        class Refused extends Answered {
            @Override
            public void end() {
                throw new IllegalStateException("500");
            }
        }
        assertThatThrownBy(() -> new OpenLoop(List.of(new Refused())).pace(GAP, TWENTY))
                .hasMessage("500");
    }
}
