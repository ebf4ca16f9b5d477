package cn.shequ.funding.commitment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Ends reservations whose last day has passed. Any number of instances may do it at once: each reservation is locked, and
 * who comes second finds it ended. What was missed while the service was down is caught up with, booked on the present day.
 */
@ApplicationScoped
class CommitmentExpiry {

    private static final int BATCH = 200;

    private final CommitmentRows commitments;
    private final Reserving reserving;
    private final Clock clock;

    CommitmentExpiry(CommitmentRows commitments, Reserving reserving, Clock clock) {
        this.commitments = commitments;
        this.reserving = reserving;
        this.clock = clock;
    }

    @Scheduled(
            every = "${shequ.commitments.expire-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expire() {
        expire(LocalDate.now(clock));
    }

    void expire(LocalDate today) {
        List<UUID> due;
        do {
            due = commitments.toExpire(today, BATCH);
            due.forEach(id -> reserving.expire(id, today));
        } while (due.size() == BATCH);
    }
}
