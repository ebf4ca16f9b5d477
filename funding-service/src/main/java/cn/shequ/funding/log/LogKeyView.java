package cn.shequ.funding.log;

import cn.shequ.kit.eventlog.LogKey;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key of the log as readers see it.
 *
 * @param key its text as {@code ./shequ verify --key=} takes it
 * @param signsUntil when its successor signs alone
 * @param announcedBy the number of the event that announced it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogKeyView(
        @Schema(examples = "0a1b2c3d") String keyHash,

        @Schema(examples = "shequ/funding-events+0a1b2c3d+AQEwEwEwEwEwEwEwEwEwEwEwEwEwEwEwEwEwEwEwEwEw")
        String key,

        Instant signsFrom,
        @Nullable Instant signsUntil,
        boolean signsNow,
        @Nullable Long announcedBy) {

    static LogKeyView of(LogKey key, Instant now) {
        return new LogKeyView(
                key.key().hash(),
                key.key().toString(),
                key.signsFrom(),
                key.signsUntil(),
                key.signsAt(now),
                key.announcedBy());
    }
}
