package cn.shequ.admission.refusal;

import cn.shequ.admission.leadinggroup.LeadingGroup;
import cn.shequ.admission.leadinggroup.LeadingGroups;
import cn.shequ.kit.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the coordinating office does not end in time comes before the principal leader of its group, who decides it then.
 * Dates are compared at the moment of asking.
 */
@ApplicationScoped
class OverdueRefusals {

    private final DemandRefusals refusals;
    private final LeadingGroups groups;
    private final EventLog events;
    private final Clock clock;

    OverdueRefusals(DemandRefusals refusals, LeadingGroups groups, EventLog events, Clock clock) {
        this.refusals = refusals;
        this.groups = groups;
        this.events = events;
        this.clock = clock;
    }

    /** Before whose leader it is today; empty while the office has it, and where no group leads the division. */
    Optional<LeadingGroup> before(DemandRefusal refusal) {
        return refusal.isOverdue(LocalDate.now(clock)) ? groups.of(refusal.coordinatingDivision()) : Optional.empty();
    }

    /** Says so of some, once of each; false when there is nothing to say. */
    boolean escalateSome() {
        List<DemandRefusal> untold = refusals.lockUntold(LocalDate.now(clock));
        untold.forEach(this::escalated);
        return !untold.isEmpty();
    }

    /** The refusal, of which it was said that it is overdue: before, or now. */
    DemandRefusal escalated(DemandRefusal refusal) {
        if (refusal.escalatedOn() != null) {
            return refusal;
        }
        LocalDate day = refusal.coordinateBy().plusDays(1);
        refusals.escalate(refusal.id(), day);
        events.append(refusal.overdue(day));
        return refusal.escalated(day);
    }
}
