package cn.shequ.kit.inbox;

import cn.shequ.events.EventData;

/** What became of a message when it was read. */
sealed interface Reading {
    /** An event that this service handles. */
    record Event(EventEnvelope<? extends EventData> envelope) implements Reading {}

    /** An event of a type that this service does not handle, perhaps does not even know. */
    record Unneeded() implements Reading {}

    /** Not an event as the contract has it. */
    record Unreadable(String reason) implements Reading {}
}
