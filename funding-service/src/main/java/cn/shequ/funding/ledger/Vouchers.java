package cn.shequ.funding.ledger;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/**
 * Numbers entries (凭证号) a moment after they were made, without gaps in each ledger and month. Were the number given
 * in the entry's own transaction, all writers of a ledger would wait for each other's commit.
 */
@ApplicationScoped
public class Vouchers {

    private static final int BATCH = 1_000;

    private final Jdbi jdbi;

    Vouchers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Numbers what waits now: when it returns, all that was recorded before the call has its number. */
    @Scheduled(every = "${shequ.vouchers.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void numberWaiting() {
        int numbered;
        do {
            numbered = jdbi.withHandle(handle -> handle.createQuery("SELECT number_vouchers(:most)")
                    .bind("most", BATCH)
                    .mapTo(Integer.class)
                    .one());
        } while (numbered == BATCH);
    }
}
