package cn.shequ.admission.task;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Says in events which applications are overdue. Who may do what about it does not depend on whether this has run. */
@ApplicationScoped
public class OverdueSweep {

    private final OverdueReviews reviews;

    OverdueSweep(OverdueReviews reviews) {
        this.reviews = reviews;
    }

    @Scheduled(
            every = "${shequ.admission.sweep-every:1m}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(reviews::escalateSome);
        }
    }
}
