package cn.shequ.kit.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The leaves from {@code start} to {@code end} (exclusive) as RFC 6962 hashes them. An incomplete subtree is made of
 * complete nodes, larger ones to the left.
 */
record Subtree(long start, long end) {
    long size() {
        return end - start;
    }

    /** Where RFC 6962 splits: the largest power of two smaller than the size. */
    long split() {
        return start + Long.highestOneBit(size() - 1);
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        long position = start;
        while (position < end) {
            long width = Long.highestOneBit(end - position);
            int level = Long.numberOfTrailingZeros(width);
            nodes.add(new Node(level, position >> level));
            position += width;
        }
        return nodes;
    }

    Hash hash(Map<Node, Hash> hashes) {
        return joined(nodes().stream().map(node -> hashAt(node, hashes)).toList());
    }

    /** The hash of neighbouring complete subtrees, the largest first. */
    static Hash joined(List<Hash> subtrees) {
        if (subtrees.isEmpty()) {
            return Hash.ofEmptyTree();
        }
        Hash hash = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            hash = Hash.ofNode(subtrees.get(i), hash);
        }
        return hash;
    }

    static Hash hashAt(Node node, Map<Node, Hash> hashes) {
        Hash hash = hashes.get(node);
        if (hash == null) {
            throw new IllegalStateException("The tree lacks " + node);
        }
        return hash;
    }
}
