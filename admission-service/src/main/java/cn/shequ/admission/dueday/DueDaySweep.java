package cn.shequ.admission.dueday;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/** Counts provisional days anew when their year is announced. Until this has run nobody is late by one. */
@ApplicationScoped
public class DueDaySweep {

    private static final Logger LOG = Logger.getLogger(DueDaySweep.class);

    private final DueDays days;
    private final List<ProvisionalDays> registers;
    private final Clock clock;
    private volatile LocalDate warnedOn = LocalDate.MIN;

    DueDaySweep(DueDays days, @All List<ProvisionalDays> registers, Clock clock) {
        this.days = days;
        this.registers = registers;
        this.clock = clock;
    }

    @Scheduled(
            every = "${shequ.admission.sweep-every:1m}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        warn();
        for (ProvisionalDays register : registers) {
            boolean more = true;
            while (more) {
                more = QuarkusTransaction.requiringNew().call(() -> days.countSomeAnew(register));
            }
        }
    }

    /** Every day from a month before the year on. */
    private void warn() {
        LocalDate today = LocalDate.now(clock);
        LocalDate soon = today.plusMonths(1);
        if (!days.isAnnounced(soon) && !today.equals(warnedOn)) {
            LOG.warnf(
                    "The holidays of %d are not known, and nobody is late by a day in it (SHEQU_CALENDAR_FILE)",
                    soon.getYear());
            warnedOn = today;
        }
    }
}
