package cn.shequ.kit.inbox;

import cn.shequ.events.EventData;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it arrived.
 *
 * @param type the wire type, for instance {@code cn.shequ.funding.obligation-opened.v1}
 * @param source the service it comes from, for instance {@code /funding}
 * @param sequence its number in that service's log
 * @param partitionKey events that share it arrive in order
 * @param division the 12-digit division it concerns
 * @param time when it happened
 */
public record EventEnvelope<T extends EventData>(
        UUID id,
        String type,
        String source,
        String subject,
        long sequence,
        String partitionKey,
        String division,
        Instant time,
        T data) {}
