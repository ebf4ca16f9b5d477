package cn.shequ.kit.inbox;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A parked event as an administrator sees it: where it is stuck and why, without its content. */
record ParkedEventView(
        @Schema(description = "Its number here.", examples = "17")
        long id,

        @Schema(description = "WAITING, BEHIND or POISON.", examples = "WAITING")
        String state,

        @Schema(examples = "funding.events") String topic,
        @Schema(examples = "3") int partition,
        @Schema(examples = "1204") long offset,

        @Schema(description = "Later events of this key wait behind it.", examples = "220102001001")
        String key,

        @Nullable UUID eventId,

        @Schema(examples = "cn.shequ.funding.obligation-opened.v1") @Nullable
        String type,

        @Schema(examples = "community 220102001001 is not yet known")
        String reason,

        @Schema(examples = "4") int attempts,
        Instant parkedAt,
        Instant nextAttemptAt) {

    static ParkedEventView of(ParkedEvent event) {
        return new ParkedEventView(
                event.id(),
                event.state().name(),
                event.message().topic(),
                event.message().partition(),
                event.message().offset(),
                event.message().key(),
                event.eventId(),
                event.type(),
                event.reason(),
                event.attempts(),
                event.parkedAt(),
                event.nextAttemptAt());
    }
}
