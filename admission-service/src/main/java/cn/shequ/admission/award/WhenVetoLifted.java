package cn.shequ.admission.award;

import cn.shequ.events.funding.VetoLifted;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** An appeal was granted: the body is eligible again (Art. 16). */
@ApplicationScoped
class WhenVetoLifted implements EventHandler<VetoLifted> {

    private final VetoEffect effect;

    WhenVetoLifted(VetoEffect effect) {
        this.effect = effect;
    }

    @Override
    public Class<VetoLifted> handles() {
        return VetoLifted.class;
    }

    @Override
    public void handle(EventEnvelope<VetoLifted> event) {
        VetoLifted data = event.data();
        effect.lift(UUID.fromString(data.veto()), data.liftedOn());
    }
}
