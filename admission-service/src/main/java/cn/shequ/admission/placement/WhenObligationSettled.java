package cn.shequ.admission.placement;

import cn.shequ.events.funding.ObligationSettled;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** An obligation is paid in full: the placement may become active (Art. 5). */
@ApplicationScoped
class WhenObligationSettled implements EventHandler<ObligationSettled> {

    private final PlacementFunds funds;

    WhenObligationSettled(PlacementFunds funds) {
        this.funds = funds;
    }

    @Override
    public Class<ObligationSettled> handles() {
        return ObligationSettled.class;
    }

    @Override
    public void handle(EventEnvelope<ObligationSettled> event) {
        ObligationSettled data = event.data();
        funds.settled(data.origin(), data.originReference(), data.obligation(), data.settledOn());
    }
}
