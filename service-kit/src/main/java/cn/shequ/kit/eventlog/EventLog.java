package cn.shequ.kit.eventlog;

import cn.shequ.events.EventData;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Where services say what happened. An event is appended in the transaction that makes it true: both are there or
 * neither is. Its number comes later, from the sequencer; nobody waits for it and no lock is taken.
 */
@ApplicationScoped
public class EventLog {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Bells bells;
    private final TransactionSynchronizationRegistry transactions;

    EventLog(Jdbi jdbi, Clock clock, Bells bells, TransactionSynchronizationRegistry transactions) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.bells = bells;
        this.transactions = transactions;
    }

    public void append(EventData event) {
        append(List.of(event));
    }

    /** Appends all in the order given, in one round trip. */
    public void append(Collection<? extends EventData> events) {
        if (isAnythingToTell(events)) {
            jdbi.useHandle(handle -> Outbox.insert(handle, events, clock.instant(), TraceParent.current()));
        }
    }

    /**
     * The same for callers that make many things true at once.
     *
     * @return where each event stands in the outbox, in the order given
     */
    public List<Long> appendReturningIds(Collection<? extends EventData> events) {
        return isAnythingToTell(events)
                ? jdbi.withHandle(
                        handle -> Outbox.insertReturningIds(handle, events, clock.instant(), TraceParent.current()))
                : List.of();
    }

    private boolean isAnythingToTell(Collection<? extends EventData> events) {
        if (!QuarkusTransaction.isActive()) {
            throw new IllegalStateException(
                    "An event is appended in the transaction that makes it true; there is none");
        }
        if (events.isEmpty()) {
            return false;
        }
        transactions.registerInterposedSynchronization(new RingAfterCommit(bells.appended));
        return true;
    }

    private record RingAfterCommit(Bell bell) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                bell.ring();
            }
        }
    }
}
