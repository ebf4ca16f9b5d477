package cn.shequ.kit.verify;

/** What verification found. */
sealed interface Finding {

    /**
     * Everything agrees.
     *
     * @param redacted lines of which only the hash was given
     * @param signedByKnownKey whether the checkpoint was checked against a key from elsewhere
     */
    record Sound(long events, long redacted, boolean signedByKnownKey) implements Finding {}

    /** The line of this event is not the leaf that the tree has there. */
    record Altered(long sequence) implements Finding {}

    /** The lines end before this event. */
    record Missing(long sequence) implements Finding {}

    /** There are more lines than the checkpoint has events. */
    record Surplus(long sequence) implements Finding {}

    /** The tiles do not give the root that was signed. */
    record RootDiffers(String signed, String computed) implements Finding {}

    /** The checkpoint does not carry a valid signature of the key. */
    record NotSigned(String key) implements Finding {}
}
