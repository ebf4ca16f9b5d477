package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Gives committed events their numbers, 0, 1, 2 and so on, one batch per transaction. Any number of processes may
 * try; a lock lets one of them at a time, and the table refuses gaps should the lock ever fail.
 *
 * <p>An event may be committed long after one with a higher outbox id. So the sequencer asks for what is not in the
 * log yet, and to keep that question cheap remembers up to which outbox id everything is settled.
 */
class Sequencer {
    /** Distinct for every database, as advisory locks are: the same number serves all services. */
    private static final long LOCK = 0x5348_4551_0001L;

    private final boolean keepsTree;
    private final int batchSize;
    private Mark mark = Mark.NONE;

    Sequencer(boolean keepsTree, int batchSize) {
        this.keepsTree = keepsTree;
        this.batchSize = batchSize;
    }

    enum Turn {
        /** Another process is at it. */
        REFUSED,
        /** A full batch was numbered; there is likely more. */
        FULL,
        /** Everything that was there is numbered. */
        DRAINED
    }

    /**
     * When all transactions older than {@code transaction} are over, no event with an outbox id up to
     * {@code outboxId} can appear any more: it would have got its id in one of them.
     */
    private record Mark(long outboxId, long transaction) {
        static final Mark NONE = new Mark(0, Long.MAX_VALUE);
    }

    private record Outcome(Turn turn, Mark mark) {}

    private record State(long settled, long oldestRunning, long next, long highest) {}

    private record Unnumbered(long outboxId, UUID id, OutboxEvent event) {}

    /** One batch in one transaction. It reads committed rows: what the previous holder of the lock wrote is seen. */
    Turn takeTurn(Handle handle) {
        Outcome outcome = handle.inTransaction(TransactionIsolationLevel.READ_COMMITTED, this::number);
        mark = outcome.mark();
        return outcome.turn();
    }

    private Outcome number(Handle handle) {
        if (!lock(handle)) {
            return new Outcome(Turn.REFUSED, mark);
        }
        State state = state(handle);
        List<Unnumbered> batch = unnumbered(handle, state.settled());
        reached(Step.READ);
        if (!batch.isEmpty()) {
            write(handle, state.next(), batch);
        }
        Mark next = settle(handle, state, batch);
        reached(Step.WRITTEN);
        return new Outcome(batch.size() < batchSize ? Turn.DRAINED : Turn.FULL, next);
    }

    private boolean lock(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    private State state(Handle handle) {
        return handle.createQuery("""
                        SELECT settled_outbox_id,
                               pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest_running,
                               coalesce((SELECT max(sequence) + 1 FROM event_log), 0) AS next,
                               coalesce((SELECT max(id) FROM event_outbox), 0) AS highest
                        FROM event_sequencing""")
                .map((row, context) -> new State(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .one();
    }

    private List<Unnumbered> unnumbered(Handle handle, long settled) {
        return handle.createQuery("""
                        SELECT o.* FROM event_outbox o
                        WHERE o.id > :settled AND NOT EXISTS (
                          SELECT FROM event_log l WHERE l.outbox_id = o.id AND l.outbox_id > :settled)
                        ORDER BY o.id LIMIT :batchSize""")
                .bind("settled", settled)
                .bind("batchSize", batchSize)
                .map((row, context) ->
                        new Unnumbered(row.getLong("id"), row.getObject("event_id", UUID.class), OutboxEvent.read(row)))
                .list();
    }

    private void write(Handle handle, long first, List<Unnumbered> batch) {
        List<EventLogRows.Row> rows = new ArrayList<>(batch.size());
        for (Unnumbered each : batch) {
            NumberedEvent event = NumberedEvent.of(each.event(), each.id(), first + rows.size());
            rows.add(new EventLogRows.Row(each.outboxId(), event));
        }
        EventLogRows.insert(handle, rows);
        if (keepsTree) {
            grow(handle, first, rows.stream().map(row -> row.event().leafHash()).toList());
        }
        handle.execute("SELECT pg_notify('event_log', '')");
    }

    private static void grow(Handle handle, long size, List<Hash> leaves) {
        Frontier frontier = new Frontier(size, wanted -> MerkleNodes.find(handle, wanted));
        Map<Node, Hash> completed = new LinkedHashMap<>();
        leaves.forEach(leaf -> frontier.append(leaf, completed::put));
        MerkleNodes.insert(handle, completed);
    }

    private Mark settle(Handle handle, State state, List<Unnumbered> batch) {
        if (mark == Mark.NONE) {
            return mark(handle, state, state.settled());
        }
        boolean sawAllUpToMark = batch.size() < batchSize || batch.getLast().outboxId() >= mark.outboxId();
        if (state.oldestRunning() < mark.transaction() || !sawAllUpToMark) {
            return mark;
        }
        handle.createUpdate("UPDATE event_sequencing SET settled_outbox_id = :id WHERE settled_outbox_id < :id")
                .bind("id", mark.outboxId())
                .execute();
        return mark(handle, state, mark.outboxId());
    }

    /** The transaction gets its number only now, after the ids were read: that makes it the younger one. */
    private static Mark mark(Handle handle, State state, long settled) {
        if (state.highest() <= settled) {
            return Mark.NONE;
        }
        long transaction = handle.createQuery("SELECT pg_current_xact_id()::text::bigint")
                .mapTo(Long.class)
                .one();
        return new Mark(state.highest(), transaction);
    }

    enum Step {
        READ,
        WRITTEN
    }

    /** Tests break off here. */
    void reached(Step step) {}
}
