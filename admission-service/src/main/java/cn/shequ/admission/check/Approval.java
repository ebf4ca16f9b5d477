package cn.shequ.admission.check;

import java.util.UUID;

/** What an approval states alike of all its placements: content, objects and authority (Art. 5). */
record Approval(UUID application, String title, String content, String objects, String authority) {

    private static final int OVERHEAD = 300;

    /** What it takes in memory, about, in bytes. */
    int weight() {
        return OVERHEAD + 2 * (title.length() + content.length() + objects.length() + authority.length());
    }
}
