package cn.shequ.kit.indicator;

import cn.shequ.events.Indicator;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Tells the other services once a day, for every division that is measured, how the day before ended (Art. 36). */
@ApplicationScoped
public class DailyIndicators {

    private static final Logger LOG = Logger.getLogger(DailyIndicators.class);

    private final List<IndicatorSource> sources;
    private final IndicatorDays days;
    private final EventLog events;
    private final Clock clock;
    private volatile boolean stopping;

    DailyIndicators(@All List<IndicatorSource> sources, IndicatorDays days, EventLog events, Clock clock) {
        this.sources = sources;
        this.days = days;
        this.events = events;
        this.clock = clock;
    }

    /** Looks often, so that a night the service slept through, or a territory that has just arrived, is made up for. */
    @Scheduled(
            every = "${shequ.indicators.every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recordYesterday() {
        record(LocalDate.now(clock).minusDays(1));
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * A day is told once of each division, however often and from however many processes it is asked for. Each division has
     * a transaction of its own: one whose figures cannot be computed is tried again next time and holds up no other.
     * What is left when the service stops is told after its next start, if that is on the same day.
     */
    public void record(LocalDate day) {
        for (IndicatorSource source : sources) {
            for (DivisionCode division : days.without(day, source.levels())) {
                if (stopping) {
                    return;
                }
                try {
                    QuarkusTransaction.requiringNew().run(() -> record(source, division, day));
                } catch (RuntimeException failed) {
                    LOG.errorf(failed, "the figures of %s on %s are not recorded", division, day);
                }
            }
        }
    }

    private void record(IndicatorSource source, DivisionCode division, LocalDate day) {
        if (days.begin(division, day)) {
            List<Indicator> measured = new ArrayList<>(source.of(division, day));
            measured.removeIf(indicator -> indicator.value() == null);
            events.append(measured);
        }
    }
}
