package cn.shequ.events.funding;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.KEY_HASH;
import static cn.shequ.events.Shape.LOG_ORIGIN;
import static cn.shequ.events.Shape.PUBLIC_KEY;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of the fund event log are signed by a new key; until the overlap ends the previous one signs too. The keys
 * are published out of band as well: an event alone proves nothing about them.
 */
@EventType(
        source = "funding",
        name = "log-key-rotated",
        version = 1,
        subject = "origin",
        key = "origin",
        says = "The checkpoints of the fund event log are signed by a new key; for a while the old one signs too.",
        open = true)
public record LogKeyRotated(
        @Is(LOG_ORIGIN) String origin,
        @Is(DIVISION) String division,
        @Is(KEY_HASH) String keyHash,
        @Is(PUBLIC_KEY) String publicKey,
        @Is(KEY_HASH) @Nullable String previousKeyHash,
        Instant signsFrom,
        @Nullable Instant overlapUntil)
        implements EventData {

    public LogKeyRotated {
        Must.be(LOG_ORIGIN, "origin", origin);
        Must.be(DIVISION, "division", division);
        Must.be(KEY_HASH, "keyHash", keyHash);
        Must.be(PUBLIC_KEY, "publicKey", publicKey);
        Must.beIfPresent(KEY_HASH, "previousKeyHash", previousKeyHash);
        Must.bePresent("signsFrom", signsFrom);
        Must.hold((previousKeyHash == null) == (overlapUntil == null), "overlapUntil", "present with a previous key");
        Must.hold(
                overlapUntil == null || !overlapUntil.isBefore(signsFrom),
                "overlapUntil",
                "not before the new key signs");
    }

    @Override
    public String aboutSubject() {
        return origin;
    }

    @Override
    public String partitionKey() {
        return origin;
    }

    @Override
    public String concernsDivision() {
        return division;
    }
}
