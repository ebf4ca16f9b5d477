package cn.shequ.admission.refusal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Says in events which coordinations are overdue. Who decides one does not depend on whether this has run. */
@ApplicationScoped
public class RefusalSweep {

    private final OverdueRefusals overdue;

    RefusalSweep(OverdueRefusals overdue) {
        this.overdue = overdue;
    }

    @Scheduled(
            every = "${shequ.admission.sweep-every:1m}",
            delayed = "25s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(overdue::escalateSome);
        }
    }
}
