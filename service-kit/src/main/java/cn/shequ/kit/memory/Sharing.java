package cn.shequ.kit.memory;

import com.github.benmanes.caffeine.cache.Interner;

/** Keeps equal values once for all memories: what many rows repeat takes its place only once. */
public final class Sharing {

    private final Interner<Object> values = Interner.newWeakInterner();

    /** The one that is equal to it. */
    @SuppressWarnings("unchecked")
    public <T> T one(T value) {
        return (T) values.intern(value);
    }
}
