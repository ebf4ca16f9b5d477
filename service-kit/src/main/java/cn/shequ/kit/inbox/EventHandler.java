package cn.shequ.kit.inbox;

import cn.shequ.events.EventData;

/**
 * What one kind of event does in this service; every bean of this type is found and called.
 *
 * <p>It runs in a transaction of its own or of a batch; what it writes there happens exactly once per event. It may
 * be called again when that transaction was rolled back, so it does nothing that a rollback does not undo.
 */
public interface EventHandler<T extends EventData> {
    /** The record whose events are handled. */
    Class<T> handles();

    /**
     * @throws NotYetKnown when the event names what has not arrived yet; it is tried again later, and later events
     *     of the same key wait behind it. Any other exception sets the event aside as poisonous after some attempts.
     */
    void handle(EventEnvelope<T> event);
}
