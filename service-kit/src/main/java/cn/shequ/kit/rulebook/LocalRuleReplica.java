package cn.shequ.kit.rulebook;

import cn.shequ.events.facilities.RuleChanged;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Keeps this service's own copy of the rules that divisions decided for themselves. */
@ApplicationScoped
@UnlessBuildProperty(name = "shequ.territory.owner", stringValue = "true", enableIfMissing = true)
class LocalRuleReplica implements EventHandler<RuleChanged> {

    private final Rulebook rulebook;

    LocalRuleReplica(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @Override
    public Class<RuleChanged> handles() {
        return RuleChanged.class;
    }

    @Override
    public void handle(EventEnvelope<RuleChanged> event) {
        RuleChanged data = event.data();
        LocalDate from = data.validFrom();
        Rule general = rulebook.shippedOn(from, data.ruleId());
        rulebook.putLocal(new Rule(
                data.ruleId(),
                data.ruleVersion(),
                from,
                data.validTo(),
                data.value(),
                general.unit(),
                general.direction(),
                general.origin(),
                data.citation(),
                DivisionCode.of(data.division())));
    }
}
