package cn.shequ.kit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.shequ.kit.RandomCases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void theOddFenGoesToTheSmallerKey() {
        assertThat(LargestRemainder.split(Money.ofFen(100), new TreeMap<>(Map.of("a", 1L, "b", 1L, "c", 1L))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a", Money.ofFen(34), "b", Money.ofFen(33), "c", Money.ofFen(33)));
    }

    @Test
    void theLargestRemainderComesBeforeTheSmallerKey() {
        assertThat(LargestRemainder.split(Money.ofFen(10), new TreeMap<>(Map.of("a", 1L, "b", 2L))))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", Money.ofFen(3), "b", Money.ofFen(7)));
    }

    @Test
    void nothingToSplitByIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LargestRemainder.split(Money.ofFen(1), new TreeMap<>(Map.of("a", 0L))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LargestRemainder.split(Money.ofFen(-1), new TreeMap<>(Map.of("a", 1L))));
    }

    @Test
    void thePartsAddUpAndEachIsWithinAFenOfItsExactShare() {
        RandomCases.forAll(2_000, random -> {
            SortedMap<Integer, Long> weights = new TreeMap<>();
            int keys = random.nextInt(1, 60);
            for (int key = 0; key < keys; key++) {
                weights.put(key, random.nextLong(0, 1_000_000_000L));
            }
            weights.put(keys, random.nextLong(1, 1_000_000_000L));
            Money total = Money.ofFen(random.nextLong(0, 1_000_000_000_000L));

            Map<Integer, Money> parts = LargestRemainder.split(total, weights);

            assertThat(Money.sum(parts.values())).isEqualTo(total);
            BigDecimal sum = BigDecimal.valueOf(
                    weights.values().stream().mapToLong(Long::longValue).sum());
            weights.forEach((key, weight) -> {
                BigDecimal exact =
                        total.yuan().multiply(BigDecimal.valueOf(weight)).divide(sum, 10, RoundingMode.HALF_UP);
                assertThat(parts.get(key).yuan().subtract(exact).abs()).isLessThan(new BigDecimal("0.01"));
            });
        });
    }
}
