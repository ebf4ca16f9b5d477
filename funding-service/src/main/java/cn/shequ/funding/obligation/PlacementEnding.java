package cn.shequ.funding.obligation;

import cn.shequ.events.admission.PlacementExited;
import cn.shequ.events.funding.CancellationReason;
import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * A task that left a community costs nothing more (Art. 5): what would have become due after the day of the exit is not due
 * any more. What was due by then was for the time in which the task was there; it stays owed, late or not.
 */
@ApplicationScoped
class PlacementEnding implements EventHandler<PlacementExited> {

    private final Obligations obligations;

    PlacementEnding(Obligations obligations) {
        this.obligations = obligations;
    }

    @Override
    public Class<PlacementExited> handles() {
        return PlacementExited.class;
    }

    @Override
    public void handle(EventEnvelope<PlacementExited> event) {
        PlacementExited exit = event.data();
        List<UUID> notDue =
                obligations.dueAfter(ObligationOrigin.PLACEMENT, UUID.fromString(exit.placement()), exit.exitedOn());
        // Somebody may have paid between the two statements; under the lock it is certain what is outstanding.
        List<Obligation> outstanding = obligations.lock(notDue).stream()
                .filter(each -> each.outstanding().isPositive())
                .toList();
        if (!outstanding.isEmpty()) {
            obligations.cancel(
                    outstanding, CancellationReason.PLACEMENT_EXITED, UUID.fromString(exit.exit()), exit.exitedOn());
        }
    }
}
