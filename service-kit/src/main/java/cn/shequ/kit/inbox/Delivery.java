package cn.shequ.kit.inbox;

import cn.shequ.kit.inbox.ParkedEvent.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes in what the broker delivered: all of a batch in one transaction when all goes well, otherwise one by one.
 * When it returns, every message has had its effect or is set aside, and its offset may be committed.
 */
@Singleton
class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final Inbox inbox;
    private final ParkedEvents parked;
    private final EventReader reader;
    private final InboxConfig config;
    private final InboxMeters meters;

    Delivery(Inbox inbox, ParkedEvents parked, Handlers handlers, InboxConfig config, InboxMeters meters) {
        this.inbox = inbox;
        this.parked = parked;
        this.reader = new EventReader(handlers.types());
        this.config = config;
        this.meters = meters;
    }

    /** @throws Exception when database or broker fail; what was not taken in is delivered again */
    void deliver(List<Incoming> batch, DeadLetters deadLetters) throws Exception {
        try {
            QuarkusTransaction.requiringNew().run(() -> takeAll(batch));
        } catch (RuntimeException oneOfThem) {
            if (Fault.passes(oneOfThem)) {
                throw oneOfThem;
            }
            for (Incoming message : batch) {
                deliverAlone(message, deadLetters);
            }
        }
    }

    private void takeAll(List<Incoming> batch) {
        boolean nothingParked = parked.isEmpty();
        for (Incoming message : batch) {
            take(message, reader.read(message.bytes()), nothingParked);
        }
    }

    private void take(Incoming message, Reading reading, boolean nothingParked) {
        switch (reading) {
            case Reading.Unneeded() -> meters.unneeded();
            case Reading.Unreadable(String reason) -> throw new IllegalArgumentException(reason);
            case Reading.Event(EventEnvelope<?> event) -> {
                if (!nothingParked && parked.hasAnyOf(message.topic(), message.key())) {
                    parked.add(
                            message, reading, State.BEHIND, "an earlier event of its key is set aside", Duration.ZERO);
                } else {
                    meters.taken(inbox.take(event, message.traceparent()));
                }
            }
        }
    }

    private void deliverAlone(Incoming message, DeadLetters deadLetters) throws Exception {
        Reading reading = reader.read(message.bytes());
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> take(message, reading, false));
                return;
            } catch (RuntimeException failure) {
                if (Fault.passes(failure)) {
                    throw failure;
                }
                if (Fault.isNotYetKnown(failure)) {
                    park(message, reading, State.WAITING, failure);
                    return;
                }
                if (attempt >= config.attempts() || reading instanceof Reading.Unreadable) {
                    LOG.errorf(failure, "%s is poisonous and set aside", message.topic() + "@" + message.offset());
                    deadLetters.send(message, Fault.reason(failure));
                    park(message, reading, State.POISON, failure);
                    return;
                }
                Thread.sleep(config.firstRetryAfter().multipliedBy(attempt));
            }
        }
    }

    private void park(Incoming message, Reading reading, State state, RuntimeException failure) {
        QuarkusTransaction.requiringNew()
                .run(() -> parked.add(message, reading, state, Fault.reason(failure), config.firstRetryAfter()));
    }
}
