package cn.shequ.kit.merkle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the upper nodes that proofs needed for a minute: complete nodes never change, and those near the root are in most
 * proofs. What is below them is read each time, and of a large log's many nodes only what proofs needed last is kept.
 */
public final class RememberedNodes implements NodeSource {

    /** Under each node of this level lie 256 leaves, a full tile. */
    static final int LOWEST = 8;

    private static final int MOST = 50_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final NodeSource stored;
    private final Cache<Node, Hash> upper = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .build();

    public RememberedNodes(NodeSource stored) {
        this.stored = stored;
    }

    @Override
    public Map<Node, Hash> nodes(Collection<Node> wanted) {
        Map<Node, Hash> found = new HashMap<>(upper.getAllPresent(wanted));
        List<Node> unknown =
                wanted.stream().filter(node -> !found.containsKey(node)).toList();
        if (!unknown.isEmpty()) {
            stored.nodes(unknown).forEach((node, hash) -> {
                found.put(node, hash);
                if (node.level() >= LOWEST) {
                    upper.put(node, hash);
                }
            });
        }
        return found;
    }
}
