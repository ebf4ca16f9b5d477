package cn.shequ.funding.organisation;

import cn.shequ.events.admission.OrganisationChanged;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import cn.shequ.kit.inbox.NotYetKnown;
import jakarta.enterprise.context.ApplicationScoped;

/** A suspended organisation takes on nothing until it is restored (Art. 26). */
@ApplicationScoped
class OrganisationChanging implements EventHandler<OrganisationChanged> {

    private final Organisations organisations;

    OrganisationChanging(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Class<OrganisationChanged> handles() {
        return OrganisationChanged.class;
    }

    @Override
    public void handle(EventEnvelope<OrganisationChanged> event) {
        OrganisationChanged said = event.data();
        Organisation before = organisations
                .find(CreditCode.of(said.creditCode()))
                .orElseThrow(() -> new NotYetKnown("organisation " + said.creditCode()));
        organisations.put(new Organisation(
                before.creditCode(),
                DivisionCode.of(said.division()),
                said.nameZh(),
                before.kind(),
                Standing.valueOf(said.standing()),
                said.changedOn()));
    }
}
