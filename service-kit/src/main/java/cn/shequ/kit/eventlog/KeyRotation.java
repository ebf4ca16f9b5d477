package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.NoteKey;
import java.time.Instant;

/**
 * A new key takes over.
 *
 * @param overlapUntil until when the previous key signs too; {@code signsFrom} when it stops at once
 */
public record KeyRotation(NoteKey key, NoteKey previous, Instant signsFrom, Instant overlapUntil) {}
