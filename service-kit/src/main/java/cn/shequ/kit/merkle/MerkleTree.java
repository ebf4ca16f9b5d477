package cn.shequ.kit.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Roots and proofs (RFC 6962, section 2.1) of a tree whose complete nodes are stored. */
public final class MerkleTree {
    private final NodeSource source;

    public MerkleTree(NodeSource source) {
        this.source = source;
    }

    /** The root of the first {@code size} leaves. */
    public Hash root(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no negative size: " + size);
        }
        return hashes(List.of(new Subtree(0, size))).getFirst();
    }

    /** That leaf {@code index} is in the tree of the first {@code size} leaves. */
    public InclusionProof inclusion(long index, long size) {
        Objects.checkIndex(index, size);
        List<Subtree> siblings = new ArrayList<>();
        Subtree around = new Subtree(0, size);
        while (around.size() > 1) {
            Subtree left = new Subtree(around.start(), around.split());
            Subtree right = new Subtree(around.split(), around.end());
            boolean goesLeft = index < around.split();
            siblings.add(goesLeft ? right : left);
            around = goesLeft ? left : right;
        }
        return new InclusionProof(index, size, hashes(siblings.reversed()));
    }

    /** That the tree of {@code to} leaves only appends to the tree of {@code from} leaves. */
    public ConsistencyProof consistency(long from, long to) {
        Objects.checkFromToIndex(from, to, to);
        List<Subtree> siblings = new ArrayList<>();
        Subtree around = new Subtree(0, to);
        boolean knownToVerifier = true;
        while (from > 0 && around.end() != from) {
            Subtree left = new Subtree(around.start(), around.split());
            Subtree right = new Subtree(around.split(), around.end());
            boolean goesLeft = from <= around.split();
            siblings.add(goesLeft ? right : left);
            around = goesLeft ? left : right;
            knownToVerifier &= goesLeft;
        }
        if (!knownToVerifier) {
            siblings.add(around);
        }
        return new ConsistencyProof(from, to, hashes(siblings.reversed()));
    }

    private List<Hash> hashes(List<Subtree> subtrees) {
        List<Node> wanted =
                subtrees.stream().flatMap(subtree -> subtree.nodes().stream()).toList();
        Map<Node, Hash> found = wanted.isEmpty() ? Map.of() : source.nodes(wanted);
        return subtrees.stream().map(subtree -> subtree.hash(found)).toList();
    }
}
