package cn.shequ.kit.territory;

import cn.shequ.events.facilities.DivisionChanged;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import cn.shequ.kit.inbox.NotYetKnown;
import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Keeps this service's own copy of the territory. Who must act when a division becomes known or changes
 * observes {@link Division}, in the same transaction. The service that owns the territory keeps no copy.
 */
@ApplicationScoped
@UnlessBuildProperty(name = "shequ.territory.owner", stringValue = "true", enableIfMissing = true)
class DivisionReplica implements EventHandler<DivisionChanged> {

    private final TerritoryRecord territory;
    private final Event<Division> changed;

    DivisionReplica(TerritoryRecord territory, Event<Division> changed) {
        this.territory = territory;
        this.changed = changed;
    }

    @Override
    public Class<DivisionChanged> handles() {
        return DivisionChanged.class;
    }

    @Override
    public void handle(EventEnvelope<DivisionChanged> event) {
        DivisionChanged data = event.data();
        DivisionCode parent = data.parent() == null ? null : DivisionCode.of(data.parent());
        if (parent != null && !territory.knows(parent)) {
            throw new NotYetKnown("division " + parent);
        }
        Division division = new Division(
                DivisionCode.of(data.code()),
                data.nameZh(),
                DivisionLevel.valueOf(data.level()),
                data.kind(),
                parent,
                data.validFrom(),
                data.validTo());
        territory.put(division);
        changed.fire(division);
    }
}
