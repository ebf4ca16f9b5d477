package cn.shequ.kit.merkle;

import java.util.ArrayList;
import java.util.List;

/** The hashes that show that a larger tree begins with a smaller one (RFC 9162, section 2.1.4). */
public record ConsistencyProof(long from, long to, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    public boolean holds(Hash fromRoot, Hash toRoot) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        if (from == 0) {
            return path.isEmpty() && fromRoot.equals(Hash.ofEmptyTree());
        }
        return climbs(withStart(fromRoot), fromRoot, toRoot);
    }

    /** A complete smaller tree is itself the first hash of the path, which is therefore left out of it. */
    private List<Hash> withStart(Hash fromRoot) {
        List<Hash> whole = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            whole.addFirst(fromRoot);
        }
        return whole;
    }

    private boolean climbs(List<Hash> whole, Hash fromRoot, Hash toRoot) {
        if (whole.isEmpty()) {
            return false;
        }
        int complete = Long.numberOfTrailingZeros(from);
        long position = (from - 1) >> complete;
        long last = (to - 1) >> complete;
        Hash smaller = whole.getFirst();
        Hash larger = whole.getFirst();
        for (Hash sibling : whole.subList(1, whole.size())) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                smaller = Hash.ofNode(sibling, smaller);
                larger = Hash.ofNode(sibling, larger);
                int levels = position == 0 ? 0 : Long.numberOfTrailingZeros(position);
                position >>= levels;
                last >>= levels;
            } else {
                larger = Hash.ofNode(larger, sibling);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && smaller.equals(fromRoot) && larger.equals(toRoot);
    }
}
