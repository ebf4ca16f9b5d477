package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.NoteKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of the log.
 *
 * @param number 0 for the first one
 * @param signsUntil when its successor signs alone; null while it has none
 * @param announcedBy the number of the event that announced it; null for the first key and until that event is numbered
 */
public record LogKey(
        int number,
        NoteKey key,
        Instant signsFrom,
        @Nullable Instant signsUntil,
        @Nullable Long announcedBy) {

    /** Whether checkpoints of that moment carry its signature. */
    public boolean signsAt(Instant moment) {
        return !moment.isBefore(signsFrom) && (signsUntil == null || moment.isBefore(signsUntil));
    }
}
