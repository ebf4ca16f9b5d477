package cn.shequ.kit.merkle;

/** The place of a complete subtree: it covers the leaves from {@code index × 2^level}, {@code 2^level} of them. */
public record Node(int level, long index) {
    public Node {
        if (level < 0 || level > 62 || index < 0) {
            throw new IllegalArgumentException("There is no node " + index + " on level " + level);
        }
    }
}
