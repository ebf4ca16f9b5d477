package cn.shequ.admission.placement;

import cn.shequ.events.funding.ObligationOpened;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Funding opened an obligation for a funding year of a placement. */
@ApplicationScoped
class WhenObligationOpened implements EventHandler<ObligationOpened> {

    private final PlacementFunds funds;

    WhenObligationOpened(PlacementFunds funds) {
        this.funds = funds;
    }

    @Override
    public Class<ObligationOpened> handles() {
        return ObligationOpened.class;
    }

    @Override
    public void handle(EventEnvelope<ObligationOpened> event) {
        ObligationOpened data = event.data();
        funds.opened(data.origin(), data.originReference(), data.fundingYear(), data.obligation(), data.amountDue());
    }
}
