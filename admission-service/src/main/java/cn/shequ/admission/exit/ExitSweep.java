package cn.shequ.admission.exit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Ends exits that were not decided before their task's last day. Nobody can act on one, whether or not this has run. */
@ApplicationScoped
public class ExitSweep {

    private final ExitProposals proposals;
    private final Clock clock;

    ExitSweep(ExitProposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    @Scheduled(
            every = "${shequ.admission.sweep-every:1m}",
            delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        LocalDate today = LocalDate.now(clock);
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> proposals.endOvertaken(today));
        }
    }
}
