package cn.shequ.admission.placement;

import cn.shequ.events.funding.ObligationReopened;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** A receipt was reversed: the placement may lapse (Art. 5). */
@ApplicationScoped
class WhenObligationReopened implements EventHandler<ObligationReopened> {

    private final PlacementFunds funds;

    WhenObligationReopened(PlacementFunds funds) {
        this.funds = funds;
    }

    @Override
    public Class<ObligationReopened> handles() {
        return ObligationReopened.class;
    }

    @Override
    public void handle(EventEnvelope<ObligationReopened> event) {
        ObligationReopened data = event.data();
        funds.reopened(data.origin(), data.originReference(), data.obligation());
    }
}
