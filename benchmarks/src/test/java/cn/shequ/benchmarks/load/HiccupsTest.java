package cn.shequ.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
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
    void onlyAJumpOfTheClockIsAGap() {
        PrimitiveIterator.OfLong times =
                LongStream.of(0, 500_000, 3_500_000, 3_900_000, 12_000_000).iterator();

        assertThat(Hiccups.gaps(Duration.ofMillis(10), times::nextLong)).containsExactly(3_000_000, 8_100_000);
    }

    @Test
    void whatIsFoundIsSaidInWords() throws Exception {
        assertThat(Hiccups.measure(Duration.ofMillis(50), BOUND).describe()).contains("more than 5 ms");
    }
}
