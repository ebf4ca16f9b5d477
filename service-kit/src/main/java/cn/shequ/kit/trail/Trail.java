package cn.shequ.kit.trail;

import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail of operation, append-only. Entries are written in batches a moment later, so that a
 * read costs no commit; a caller waits when the queue is full, and a clean stop writes what is left. What
 * changed money or cases does not rest on this trail: that is in the event log, in its own transaction.
 */
@ApplicationScoped
public class Trail {

    private static final Logger LOG = Logger.getLogger(Trail.class);
    private static final int QUEUE = 50_000;
    private static final int BATCH = 5_000;
    private static final long WAIT_MILLIS = 200;

    /** So long the first waits for company: under load a transaction for every few entries would cost more than they do. */
    private static final long GATHERING_MILLIS = 100;

    private final Jdbi jdbi;
    private final Clock clock;
    private final BlockingQueue<TrailEntry> queue = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean running;
    private @Nullable Thread writer;

    Trail(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void note(TrailEntry entry) {
        try {
            boolean noted = BlockingOperationControl.isBlockingAllowed()
                    ? queue.offer(entry, WAIT_MILLIS, TimeUnit.MILLISECONDS)
                    : queue.offer(entry);
            if (!noted) {
                LOG.errorf("The audit trail cannot keep up; lost: %s", entry);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void start(@Observes StartupEvent event) {
        running = true;
        writer = Thread.ofVirtual().name("audit-trail").start(this::write);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (writer != null) {
            writer.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private void write() {
        List<TrailEntry> batch = new ArrayList<>();
        while (running || !queue.isEmpty() || !batch.isEmpty()) {
            try {
                if (batch.isEmpty()) {
                    TrailEntry first = queue.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                    if (first == null) {
                        continue;
                    }
                    batch.add(first);
                    if (running) {
                        TimeUnit.MILLISECONDS.sleep(GATHERING_MILLIS);
                    }
                    queue.drainTo(batch, BATCH - 1);
                }
                jdbi.useHandle(handle -> TrailCopy.write(handle, merged(batch)));
                batch.clear();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException unavailable) {
                if (!running) {
                    LOG.errorf(
                            "The audit trail could not be written at the end; lost %d entries",
                            batch.size() + queue.size());
                    return;
                }
                LOG.warnf("The audit trail waits for the database: %s", unavailable.getMessage());
                pause();
            }
        }
    }

    /** A system that asks the same thousands of times in a second would fill the trail, and tell no more by it. */
    private static Collection<TrailEntry> merged(List<TrailEntry> entries) {
        Map<Object, TrailEntry> merged = LinkedHashMap.newLinkedHashMap(entries.size());
        entries.forEach(entry -> merged.merge(entry.likeness(), entry, TrailEntry::and));
        return merged.values();
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Entries in the order in which they were noted, for auditors of a division. Callers without a division, or with one
     * that nobody knows, are in the view of whoever has nobody above.
     */
    Page<TrailEntry> search(PageRequest request, TrailSearch search, String within) {
        Place after = Place.of(request.after());
        List<Numbered> found = jdbi.withHandle(handle -> handle.createQuery("""
                        WITH topmost AS (
                          SELECT count(*) > 0 AND bool_and(ancestor = :within) AS everybody
                          FROM division_ancestry WHERE descendant = :within)
                        SELECT t.* FROM audit_trail t
                        WHERE (t.at, t.id) > (CAST(:at AS timestamptz), :id)
                          AND (CAST(:from AS timestamptz) IS NULL OR t.at >= :from)
                          AND (CAST(:until AS timestamptz) IS NULL OR t.at < :until)
                          AND (CAST(:subject AS varchar) IS NULL OR t.subject = :subject)
                          AND (CAST(:operation AS varchar) IS NULL OR split_part(t.operation, ' ', 2) = :operation)
                          AND (CAST(:role AS text) IS NULL OR string_to_array(t.roles, ' ') @> ARRAY[CAST(:role AS text)])
                          AND (CAST(:resource AS varchar) IS NULL OR t.resource = :resource)
                          AND (CAST(:problem AS varchar) IS NULL OR t.problem = :problem)
                          AND (t.division IN (SELECT descendant FROM division_ancestry WHERE ancestor = :within)
                            OR (SELECT everybody FROM topmost) AND (t.division IS NULL
                              OR NOT EXISTS (SELECT 1 FROM division_ancestry a WHERE a.descendant = t.division)))
                        ORDER BY t.at, t.id LIMIT :limit""")
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("from", beginning(search.from()))
                .bind(
                        "until",
                        beginning(search.to() == null ? null : search.to().plusDays(1)))
                .bind("subject", search.subject())
                .bind("operation", search.operation())
                .bind("role", search.role())
                .bind("resource", search.resource())
                .bind("problem", search.problem())
                .bind("within", within)
                .bind("limit", request.limit() + 1)
                .map((row, context) -> new Numbered(
                        row.getLong("id"),
                        context.findRowMapperFor(TrailEntry.class).orElseThrow().map(row, context)))
                .list());
        return Page.of(found, request, entry -> new Place(entry.entry().at(), entry.id()).cursor())
                .map(Numbered::entry);
    }

    private @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** Where a page ends. */
    private record Place(Instant at, long id) {

        private static final Place START = new Place(Instant.EPOCH, 0);

        static Place of(String cursor) {
            if (cursor.isEmpty()) {
                return START;
            }
            int space = cursor.indexOf(' ');
            try {
                return new Place(
                        Instant.parse(cursor.substring(0, space)), Long.parseLong(cursor.substring(space + 1)));
            } catch (IndexOutOfBoundsException | DateTimeParseException | NumberFormatException notOurs) {
                throw Refusal.of(HttpProblem.INVALID_CURSOR);
            }
        }

        String cursor() {
            return at + " " + id;
        }
    }

    private record Numbered(long id, TrailEntry entry) {}
}
