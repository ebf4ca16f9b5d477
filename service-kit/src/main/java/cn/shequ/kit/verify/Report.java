package cn.shequ.kit.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What verification came to.
 *
 * @param redacted lines of which only the hash was given
 * @param signedBy the hashes of the known keys that signed; empty when there was none to check against
 * @param announcedBy the event that announced the key that signed, when none of the given keys did
 * @param continues how many events the checkpoint kept earlier had, when one was given
 */
record Report(
        Findings findings,
        long events,
        long redacted,
        List<String> signedBy,
        @Nullable Long announcedBy,
        @Nullable Long continues) {}
