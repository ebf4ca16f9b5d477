package cn.shequ.kit.eventlog;

/** Whether the present caller reads what concerns a division. For all others an event is a number and a hash. */
@FunctionalInterface
public interface EventVisibility {
    /** @param division 12 digits */
    boolean visible(String division);
}
