package cn.shequ.kit.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was read. What this process changed is never remembered once the change was answered; what another one
 * changed, for {@link Watch#BOUND} at most. To be asked outside of transactions only: what one has written and not yet
 * committed is nobody else's to see.
 */
public final class Memory<K, V> {

    private record Kept<V>(long stamp, V value) {}

    /** What an entry takes in bytes beside its value: the key, its place in the table and in the order of use. */
    static final int ENTRY = 200;

    private final Cache<K, Kept<V>> kept;
    private final Stamps stamps;
    private final Hearing hearing;
    private final Function<K, String> place;

    /**
     * A memory of its own.
     *
     * @param most how many bytes it takes at most, about
     * @param place what must not have changed for a key's value to hold
     */
    Memory(Stamps stamps, Hearing hearing, long most, ToIntFunction<V> weight, Function<K, String> place) {
        this.stamps = stamps;
        this.hearing = hearing;
        this.place = place;
        this.kept = Caffeine.newBuilder()
                // Room is made at once, by whoever needs it.
                .executor(Runnable::run)
                .maximumWeight(most)
                .weigher((K key, Kept<V> value) -> ENTRY + weight.applyAsInt(value.value()))
                .build();
    }

    /** The value of a key where it is remembered; reads nothing, and waits for nothing. */
    public Optional<V> of(K key) {
        return hearing.isSure() ? Optional.ofNullable(known(key, stamp(key))) : Optional.empty();
    }

    /**
     * A value for each key. It may read and wait: not for threads that serve many.
     *
     * @param read finds the values of keys, one for each of them
     */
    public Map<K, V> all(Set<K> keys, Function<Set<K>, Map<K, V>> read) {
        return allThatMayBeKept(keys, read).orElseGet(() -> read.apply(keys));
    }

    /** The same, but nothing is read, and it is empty, where nothing may be kept because changes may go unheard. */
    public Optional<Map<K, V>> allThatMayBeKept(Set<K> keys, Function<Set<K>, Map<K, V>> read) {
        if (!hearing.becomesSure()) {
            return Optional.empty();
        }
        Map<K, V> found = HashMap.newHashMap(keys.size());
        Map<K, Long> unknown = new HashMap<>();
        for (K key : keys) {
            long stamp = stamp(key);
            V known = known(key, stamp);
            if (known != null) {
                found.put(key, known);
            } else {
                unknown.put(key, stamp);
            }
        }
        if (!unknown.isEmpty()) {
            read.apply(new HashSet<>(unknown.keySet())).forEach((key, value) -> {
                found.put(key, value);
                kept.put(key, new Kept<>(unknown.getOrDefault(key, Long.MIN_VALUE), value));
            });
        }
        return Optional.of(found);
    }

    private long stamp(K key) {
        return stamps.of(place.apply(key));
    }

    private @Nullable V known(K key, long stamp) {
        Kept<V> known = kept.getIfPresent(key);
        return known != null && known.stamp() == stamp ? known.value() : null;
    }
}
