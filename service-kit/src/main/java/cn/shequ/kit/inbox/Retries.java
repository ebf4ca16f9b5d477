package cn.shequ.kit.inbox;

import cn.shequ.kit.inbox.ParkedEvent.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tries events again that were set aside, every key's first one first. */
@Singleton
class Retries {
    private static final Logger LOG = Logger.getLogger(Retries.class);
    private static final int AT_ONCE = 100;

    private final Inbox inbox;
    private final ParkedEvents parked;
    private final EventReader reader;
    private final InboxConfig config;
    private final InboxMeters meters;

    Retries(Inbox inbox, ParkedEvents parked, Handlers handlers, InboxConfig config, InboxMeters meters) {
        this.inbox = inbox;
        this.parked = parked;
        this.reader = new EventReader(handlers.types());
        this.config = config;
        this.meters = meters;
    }

    /** Tries all whose time has come. Returns whether any of them is settled now. */
    boolean retryDue(DeadLetters deadLetters) throws Exception {
        boolean anySettled = false;
        for (ParkedEvent due : parked.due(AT_ONCE)) {
            Optional<ParkedEvent> next = Optional.of(due);
            while (next.isPresent() && settles(next.get(), deadLetters)) {
                anySettled = true;
                next = parked.firstOf(due.message().topic(), due.message().key())
                        .filter(event -> event.state() != State.POISON);
            }
        }
        return anySettled;
    }

    private boolean settles(ParkedEvent event, DeadLetters deadLetters) throws Exception {
        try {
            return QuarkusTransaction.requiringNew().call(() -> take(event));
        } catch (RuntimeException failure) {
            if (Fault.passes(failure)) {
                throw failure;
            }
            setAsideAgain(event, failure, deadLetters);
            return false;
        }
    }

    /** Removing it first takes the lock: of two processes that try the same event only one goes on. */
    private boolean take(ParkedEvent event) {
        if (!parked.remove(event.id())) {
            return false;
        }
        switch (reader.read(event.message().bytes())) {
            case Reading.Event(EventEnvelope<?> envelope) ->
                meters.taken(inbox.take(envelope, event.message().traceparent()));
            case Reading.Unneeded() -> meters.unneeded();
            case Reading.Unreadable(String reason) -> throw new IllegalArgumentException(reason);
        }
        return true;
    }

    private void setAsideAgain(ParkedEvent event, RuntimeException failure, DeadLetters deadLetters) throws Exception {
        boolean early = Fault.isNotYetKnown(failure);
        boolean poison = !early && event.failures() + 1 >= config.attempts();
        if (poison) {
            LOG.errorf(failure, "Parked event %d is poisonous", event.id());
            deadLetters.send(event.message(), Fault.reason(failure));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> parked.postpone(
                        event.id(),
                        poison ? State.POISON : State.WAITING,
                        Fault.reason(failure),
                        !early,
                        backoff(event.attempts())));
    }

    private Duration backoff(int attempts) {
        Duration wait = config.firstRetryAfter().multipliedBy(1L << Math.min(attempts, 16));
        return wait.compareTo(config.longestRetryAfter()) < 0 ? wait : config.longestRetryAfter();
    }
}
