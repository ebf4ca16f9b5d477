package cn.shequ.funding.batch;

import cn.shequ.kit.problem.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was asked for the lines of one batch, so that ten thousand lines of one ledger ask for it once. */
public final class Seen<K, V> {

    private final Map<K, V> values = new HashMap<>();
    private final Map<K, Refusal> refusals = new HashMap<>();

    /** The answer of before, a refusal included. */
    public V once(K key, Supplier<V> ask) {
        Refusal refused = refusals.get(key);
        if (refused != null) {
            throw refused;
        }
        V seen = values.get(key);
        if (seen == null) {
            try {
                seen = ask.get();
            } catch (Refusal refusal) {
                refusals.put(key, refusal);
                throw refusal;
            }
            values.put(key, seen);
        }
        return seen;
    }
}
