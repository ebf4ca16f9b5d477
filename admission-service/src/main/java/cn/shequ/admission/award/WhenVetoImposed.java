package cn.shequ.admission.award;

import cn.shequ.events.funding.VetoImposed;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
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
                data.rule() + "@" + data.ruleVersion(),
                null));
    }
}
