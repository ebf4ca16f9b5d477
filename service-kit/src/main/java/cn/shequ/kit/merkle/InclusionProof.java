package cn.shequ.kit.merkle;

import java.util.List;

/** The hashes that lead from one leaf to the root (RFC 9162, section 2.1.3). */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    public boolean holds(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long position = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                hash = Hash.ofNode(sibling, hash);
                // A right edge without sibling on these levels climbs until it is a right child again.
                int levels = position == 0 ? 0 : Long.numberOfTrailingZeros(position);
                position >>= levels;
                last >>= levels;
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
