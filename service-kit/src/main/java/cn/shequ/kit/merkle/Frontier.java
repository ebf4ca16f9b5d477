package cn.shequ.kit.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The right edge of a growing tree: all that is needed to append leaves and to know the root. */
public final class Frontier {
    private final List<Hash> edge = new ArrayList<>();
    private long size;

    /** Of a tree without leaves. */
    public Frontier() {}

    /** Of a tree of {@code size} leaves whose complete nodes are stored. */
    public Frontier(long size, NodeSource source) {
        List<Node> nodes = new Subtree(0, size).nodes();
        Map<Node, Hash> hashes = nodes.isEmpty() ? Map.of() : source.nodes(nodes);
        for (Node node : nodes) {
            edge.add(Subtree.hashAt(node, hashes));
        }
        this.size = size;
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf) {
        append(leaf, (node, hash) -> {});
    }

    /** Appends a leaf and tells which interior nodes it completes. */
    public void append(Hash leaf, BiConsumer<Node, Hash> completed) {
        Hash hash = leaf;
        long index = size;
        for (int level = 1; (index & 1) == 1; level++) {
            hash = Hash.ofNode(edge.removeLast(), hash);
            index >>= 1;
            completed.accept(new Node(level, index), hash);
        }
        edge.add(hash);
        size++;
    }

    public Hash root() {
        return Subtree.joined(edge);
    }
}
