package cn.shequ.admission.exit;

import java.math.BigDecimal;

/**
 * Whether a task is generally rejected (居民普遍不认可, Art. 5) where an exit would end it: in enough of the communities
 * whose residents are asked. Of a single community, its residents alone say so.
 *
 * @param asked how many communities the task has entered
 * @param rejecting in how many of them the residents generally reject it
 * @param kept in how many they do not
 * @param share the least percentage of the communities that must reject it
 */
record Rejection(int asked, int rejecting, int kept, BigDecimal share) {

    boolean isGeneral() {
        return reaches(rejecting);
    }

    /** Even if all others rejected it, they would be too few. */
    boolean isImpossible() {
        return !reaches(asked - kept);
    }

    private boolean reaches(int communities) {
        return BigDecimal.valueOf(100L * communities).compareTo(share.multiply(BigDecimal.valueOf(asked))) >= 0;
    }
}
