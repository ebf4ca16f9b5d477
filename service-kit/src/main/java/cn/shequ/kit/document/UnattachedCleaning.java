package cn.shequ.kit.document;

import cn.shequ.kit.rulebook.Rulebook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Forgets what was sent and never attached to anything, and uploads that were never finished. What is attached stays: its
 * destruction is a decision of people, not of a timer.
 */
@ApplicationScoped
public class UnattachedCleaning {

    static final String KEPT = "document.unattached-kept";
    private static final int AT_A_TIME = 200;

    private final DocumentRows rows;
    private final Uploads uploads;
    private final DocumentStorage storage;
    private final Rulebook rulebook;
    private final Clock clock;

    UnattachedCleaning(DocumentRows rows, Uploads uploads, DocumentStorage storage, Rulebook rulebook, Clock clock) {
        this.rows = rows;
        this.uploads = uploads;
        this.storage = storage;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clean() {
        clean(LocalDate.now(clock));
    }

    /** Several instances may do this at once: each document is dropped under its own lock, and once. */
    public void clean(LocalDate today) {
        int days = rulebook.shippedOn(today, KEPT).whole();
        Instant since = today.minusDays(days).atStartOfDay(clock.getZone()).toInstant();
        for (UUID upload : rows.uploadsStartedBefore(since, AT_A_TIME)) {
            uploads.cancel(upload);
        }
        for (String digest : rows.unattachedSince(since, AT_A_TIME)) {
            QuarkusTransaction.requiringNew()
                    .run(() -> rows.dropUnattached(digest).ifPresent(storage::delete));
        }
    }
}
