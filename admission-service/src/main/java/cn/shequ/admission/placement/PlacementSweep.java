package cn.shequ.admission.placement;

import cn.shequ.events.admission.LapseReason;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Says in events what the calendar did: last days that passed, and later funding years that stayed unpaid. Nobody who
 * asks depends on it, because dates are compared at the moment of asking.
 */
@ApplicationScoped
public class PlacementSweep {

    private final Placements placements;
    private final PlacementLife life;
    private final Clock clock;

    PlacementSweep(Placements placements, PlacementLife life, Clock clock) {
        this.placements = placements;
        this.life = life;
        this.clock = clock;
    }

    @Scheduled(
            every = "${shequ.admission.sweep-every:1m}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        LocalDate today = LocalDate.now(clock);
        all(() -> placements.lockEnded(today), life::expire);
        all(
                () -> placements.lockUncovered(today),
                placement -> life.recover(placement, LapseReason.UNPAID_AFTER_GRACE));
    }

    /** Some at a time, each time in a transaction of its own, until none is left. */
    private static void all(Supplier<List<Placement>> some, Consumer<Placement> each) {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> {
                List<Placement> found = some.get();
                found.forEach(each);
                return !found.isEmpty();
            });
        }
    }
}
