package cn.shequ.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HiccupsTest {

    private static final Duration BOUND = Duration.ofMillis(5);

    @Test
    void onlyWhatIsBeyondTheBoundOfAGapIsLate() {
        long[] gaps = {2_000_000, 5_000_000, 8_000_000};

        Hiccups found = Hiccups.of(gaps, Duration.ofMillis(100), BOUND);

        assertThat(found).isEqualTo(new Hiccups(BOUND, 0.15, 0.03));
    }

    @Test
    void aMachineWithoutGapsIsNeverLate() {
        assertThat(Hiccups.of(new long[0], Duration.ofSeconds(1), BOUND)).isEqualTo(new Hiccups(BOUND, 0, 0));
    }

    @Test
    void whatIsMeasuredIsAShareOfTheTime() throws Exception {
        Hiccups found = Hiccups.measure(Duration.ofMillis(50), BOUND);

        assertThat(found.late()).isBetween(0.0, found.still());
        assertThat(found.describe()).contains("more than 5 ms");
    }
}
