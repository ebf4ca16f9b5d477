package cn.shequ.kit;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Runs a property over many random cases. Each case has its own seed, which stands in the failure, so that
 * {@code -Dcase.seed=…} runs the one case that failed.
 */
public final class RandomCases {

    private RandomCases() {}

    public static void forAll(int cases, Consumer<RandomGenerator> property) {
        Long one = Long.getLong("case.seed");
        long first = one != null ? one : 20_111_214L;
        for (long seed = first; seed < first + (one != null ? 1 : cases); seed++) {
            try {
                property.accept(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("fails with -Dcase.seed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
