package cn.shequ.admission.award;

import cn.shequ.events.funding.VetoImposed;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import cn.shequ.kit.rulebook.RuleReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Funding confirmed a violation: its body is eligible for nothing (Art. 16). */
@ApplicationScoped
class WhenVetoImposed implements EventHandler<VetoImposed> {

    private final VetoEffect effect;

    WhenVetoImposed(VetoEffect effect) {
        this.effect = effect;
    }

    @Override
    public Class<VetoImposed> handles() {
        return VetoImposed.class;
    }

    @Override
    public void handle(EventEnvelope<VetoImposed> event) {
        VetoImposed data = event.data();
        effect.impose(new Veto(
                UUID.fromString(data.veto()),
                UUID.fromString(data.violation()),
                new Nominee(data.body()),
                data.validFrom(),
                data.validTo(),
                rule(data).toString(),
                null));
    }

    private static RuleReference rule(VetoImposed data) {
        String decidedBy = data.ruleDivision();
        return new RuleReference(
                data.rule(), data.ruleVersion(), decidedBy == null ? null : DivisionCode.of(decidedBy));
    }
}
