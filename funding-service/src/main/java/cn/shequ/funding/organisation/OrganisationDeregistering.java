package cn.shequ.funding.organisation;

import cn.shequ.events.admission.OrganisationDeregistered;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import cn.shequ.kit.inbox.NotYetKnown;
import jakarta.enterprise.context.ApplicationScoped;

/** What is struck off the register bids no more (Art. 26). */
@ApplicationScoped
class OrganisationDeregistering implements EventHandler<OrganisationDeregistered> {

    private final Organisations organisations;

    OrganisationDeregistering(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Class<OrganisationDeregistered> handles() {
        return OrganisationDeregistered.class;
    }

    @Override
    public void handle(EventEnvelope<OrganisationDeregistered> event) {
        OrganisationDeregistered said = event.data();
        Organisation before = organisations
                .find(CreditCode.of(said.creditCode()))
                .orElseThrow(() -> new NotYetKnown("organisation " + said.creditCode()));
        organisations.put(new Organisation(
                before.creditCode(),
                before.division(),
                before.name(),
                before.kind(),
                Standing.DEREGISTERED,
                said.deregisteredOn()));
    }
}
