package cn.shequ.kit.verify;

import java.util.ArrayList;
import java.util.List;

/** Keeps the first findings and counts the others: a wholly different file would give one a line. */
final class Findings {

    private static final int KEPT = 20;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    List<Finding> kept() {
        return kept;
    }

    long notKept() {
        return count - kept.size();
    }

    boolean none() {
        return count == 0;
    }
}
