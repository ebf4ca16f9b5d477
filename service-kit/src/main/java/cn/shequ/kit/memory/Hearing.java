package cn.shequ.kit.memory;

/** Whether everything is heard that others change. */
@FunctionalInterface
interface Hearing {

    /** Whether all changes until just now were heard of. */
    boolean isSure();

    /** Like {@link #isSure}, but waits a moment where it is only late to know. */
    default boolean becomesSure() {
        return isSure();
    }
}
