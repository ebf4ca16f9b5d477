package cn.shequ.kit.verify;

/** One thing that is wrong with a bundle, and where. */
sealed interface Finding {

    /** The line is not the leaf that the tree has there. */
    record Altered(long sequence, long line) implements Finding {}

    /** The lines leave these events out. */
    record Missing(long first, long last) implements Finding {}

    /** An event of the log at a place where it does not belong. */
    record Displaced(long sequence, long line) implements Finding {}

    /** A line that is no event of the log, between two that are. */
    record Inserted(long line) implements Finding {}

    /** The line is the leaf, and calls itself by another number. */
    record Misnumbered(long sequence, long line, long own) implements Finding {}

    /** There are more lines than the checkpoint has events. */
    record Surplus(long events, long line) implements Finding {}

    /** No event is that long. */
    record TooLong(long line, int most) implements Finding {}

    /** A tile of leaf hashes is not there, or not of the size that follows from the checkpoint's. */
    record TileBroken(String path, long bytes, long expected) implements Finding {}

    /** What is in the bundle does not give the root that was signed. */
    record RootDiffers(Of of, String signed, String computed) implements Finding {}

    /** What a root was computed from. */
    enum Of {
        TILES,
        LINES
    }

    /** The checkpoint does not carry a valid signature of any key that is known. */
    record NotSigned(String keys) implements Finding {}

    /** There is a signature in the name of a known key, and the key did not make it. */
    record ForgedSignature(String key) implements Finding {}

    /**
     * The key that signed is announced in the bundle itself, where no checkpoint of a known key covers the announcement.
     */
    record KeyNotTrusted(String keyHash, long announcedBy) implements Finding {}

    /** The checkpoint kept earlier is of another log. */
    record OtherLog(String kept, String present) implements Finding {}

    /** The log has fewer events than when the earlier checkpoint was kept. */
    record Cut(long kept, long present) implements Finding {}

    /** The first events are not those of the checkpoint kept earlier. */
    record Rewritten(long kept, String keptRoot, String computed) implements Finding {}
}
