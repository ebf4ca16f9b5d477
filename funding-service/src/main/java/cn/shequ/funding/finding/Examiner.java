package cn.shequ.funding.finding;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Goes through what is due, again and again: what became overdue while the service was down is found at the next round, and
 * what was found is not found again. Many instances take turns.
 */
@ApplicationScoped
class Examiner {

    private final Examining examining;
    private final Clock clock;

    Examiner(Examining examining, Clock clock) {
        this.examining = examining;
        this.clock = clock;
    }

    @Scheduled(every = "${shequ.findings.every:15s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goThrough() {
        goThrough(LocalDate.now(clock));
    }

    void goThrough(LocalDate today) {
        Optional<Examining.Position> next = Optional.of(Examining.Position.START);
        while (next.isPresent()) {
            next = examining.obligations(today, next.get());
        }
        Optional<UUID> pool = Optional.of(new UUID(0, 0));
        while (pool.isPresent()) {
            pool = examining.pools(today, pool.get());
        }
    }
}
