package cn.shequ.kit.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A growing tree in memory, and beside it the definition of RFC 6962 written down word by word. */
final class StoredTree {
    private final List<Hash> leaves = new ArrayList<>();
    private final Map<Node, Hash> nodes = new HashMap<>();
    private final Frontier frontier = new Frontier();

    static StoredTree ofSize(int size) {
        StoredTree tree = new StoredTree();
        for (int i = 0; i < size; i++) {
            tree.append(("leaf " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return tree;
    }

    void append(byte[] content) {
        Hash leaf = Hash.ofLeaf(content);
        nodes.put(new Node(0, leaves.size()), leaf);
        leaves.add(leaf);
        frontier.append(leaf, nodes::put);
    }

    Hash leaf(long index) {
        return leaves.get((int) index);
    }

    Frontier frontier() {
        return frontier;
    }

    Map<Node, Hash> nodes() {
        return nodes;
    }

    NodeSource source() {
        return wanted -> nodes;
    }

    MerkleTree tree() {
        return new MerkleTree(source());
    }

    /** MTH of RFC 6962, section 2.1. */
    Hash definedRoot(int size) {
        return defined(0, size);
    }

    private Hash defined(int start, int end) {
        int size = end - start;
        if (size == 0) {
            return Hash.ofEmptyTree();
        }
        if (size == 1) {
            return leaves.get(start);
        }
        int split = 1;
        while (split * 2 < size) {
            split *= 2;
        }
        return Hash.ofNode(defined(start, start + split), defined(start + split, end));
    }
}
