package cn.shequ.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final Run SLOW = new Run(100, 1, 2, 3, 4, 5, 6, 7);
    private static final Run FAST = new Run(300, 3, 4, 5, 6, 7, 8, 9);
    private static final Run FASTER = new Run(800, 5, 6, 7, 8, 9, 10, 11);

    @Test
    void whatWasDoneInSeveralTurnsIsTheirMean() {
        assertThat(Run.mean(List.of(SLOW, FASTER, FAST))).isEqualTo(new Run(400, 3, 4, 5, 6, 7, 8, 9));
    }

    @Test
    void theOneInTheMiddleCountsWhateverTheOthersAre() {
        assertThat(Run.median(List.of(SLOW, FASTER, FAST))).isEqualTo(FAST);
        assertThat(Run.median(List.of(FASTER, SLOW))).isEqualTo(new Run(450, 3, 4, 5, 6, 7, 8, 9));
    }
}
