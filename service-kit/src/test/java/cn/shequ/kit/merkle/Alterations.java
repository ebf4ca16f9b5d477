package cn.shequ.kit.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Ways to tamper with a proof: one bit of any hash, a hash too few, a hash too many, two hashes swapped. */
final class Alterations {
    private Alterations() {}

    static List<List<Hash>> of(List<Hash> path, RandomGenerator random) {
        List<List<Hash>> altered = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            int at = i;
            altered.add(changed(path, copy -> copy.set(at, flipped(copy.get(at), random))));
            altered.add(changed(path, copy -> copy.remove(at)));
            altered.add(changed(path, copy -> copy.add(at, flipped(copy.get(at), random))));
            if (i > 0 && !path.get(i).equals(path.get(i - 1))) {
                altered.add(changed(path, copy -> copy.set(at, copy.set(at - 1, copy.get(at)))));
            }
        }
        altered.add(changed(path, copy -> copy.add(Hash.ofEmptyTree())));
        return altered;
    }

    private static Hash flipped(Hash hash, RandomGenerator random) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Hash.of(bytes);
    }

    private static List<Hash> changed(List<Hash> path, Consumer<List<Hash>> change) {
        List<Hash> copy = new ArrayList<>(path);
        change.accept(copy);
        return copy;
    }
}
