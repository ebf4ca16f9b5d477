package cn.shequ.funding.organisation;

import cn.shequ.events.admission.DepartmentChanged;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the names of departments, which stand in what is published of their purchases. */
@ApplicationScoped
class DepartmentChanging implements EventHandler<DepartmentChanged> {

    private final Organisations organisations;

    DepartmentChanging(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Class<DepartmentChanged> handles() {
        return DepartmentChanged.class;
    }

    @Override
    public void handle(EventEnvelope<DepartmentChanged> event) {
        DepartmentChanged said = event.data();
        String successor = said.succeededBy();
        organisations.put(new Department(
                CreditCode.of(said.creditCode()),
                DivisionCode.of(said.division()),
                said.nameZh(),
                successor == null ? null : CreditCode.of(successor)));
    }
}
