package cn.shequ.funding.organisation;

import cn.shequ.events.admission.OrganisationRegistered;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** From its registration on an organisation may take on services there (Art. 25). */
@ApplicationScoped
class OrganisationRegistering implements EventHandler<OrganisationRegistered> {

    private final Organisations organisations;

    OrganisationRegistering(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Class<OrganisationRegistered> handles() {
        return OrganisationRegistered.class;
    }

    @Override
    public void handle(EventEnvelope<OrganisationRegistered> event) {
        OrganisationRegistered said = event.data();
        organisations.put(new Organisation(
                CreditCode.of(said.creditCode()),
                DivisionCode.of(said.division()),
                said.nameZh(),
                said.kind(),
                Standing.ACTIVE,
                said.registeredOn()));
    }
}
