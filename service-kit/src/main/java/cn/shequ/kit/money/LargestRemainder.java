package cn.shequ.kit.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Splits an amount by weights so that the parts add up to it exactly: each part is rounded down to the
 * fen and the fen left over go to the largest remainders, ties to the smaller key.
 */
public final class LargestRemainder {

    private record Share<K>(K key, BigInteger remainder) {}

    private LargestRemainder() {}

    /**
     * @param total zero or more
     * @param weights whole numbers of zero or more, at least one of them positive
     * @throws IllegalArgumentException when a total or weight is negative or no weight is positive
     */
    public static <K extends Comparable<K>> Map<K, Money> split(Money total, SortedMap<K, Long> weights) {
        BigInteger fen = BigInteger.valueOf(total.fen());
        BigInteger sum = BigInteger.ZERO;
        for (long weight : weights.values()) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight is negative: " + weight);
            }
            sum = sum.add(BigInteger.valueOf(weight));
        }
        if (fen.signum() < 0 || sum.signum() == 0) {
            throw new IllegalArgumentException("nothing to split by: total " + total + ", weights " + sum);
        }
        Map<K, Money> parts = new LinkedHashMap<>();
        List<Share<K>> shares = new ArrayList<>();
        BigInteger given = BigInteger.ZERO;
        for (Map.Entry<K, Long> weight : weights.entrySet()) {
            BigInteger[] floor =
                    fen.multiply(BigInteger.valueOf(weight.getValue())).divideAndRemainder(sum);
            parts.put(weight.getKey(), Money.ofFen(floor[0].longValueExact()));
            shares.add(new Share<>(weight.getKey(), floor[1]));
            given = given.add(floor[0]);
        }
        shares.sort(Comparator.comparing(Share<K>::remainder, Collections.reverseOrder())
                .thenComparing(Share::key));
        int left = fen.subtract(given).intValueExact();
        for (Share<K> share : shares.subList(0, left)) {
            parts.computeIfPresent(share.key(), (key, part) -> part.plus(Money.ofFen(1)));
        }
        return parts;
    }
}
