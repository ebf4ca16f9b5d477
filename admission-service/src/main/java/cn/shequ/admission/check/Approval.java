package cn.shequ.admission.check;

import java.util.UUID;

/** What an approval states alike of all its placements: content, objects and authority (Art. 5). */
record Approval(UUID application, String title, String content, String objects, String authority)
        implements Comparable<Approval> {

    /** Each application has one. */
    @Override
    public int compareTo(Approval other) {
        return application.compareTo(other.application);
    }
}
