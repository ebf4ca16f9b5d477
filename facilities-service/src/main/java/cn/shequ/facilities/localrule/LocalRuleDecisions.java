package cn.shequ.facilities.localrule;

import cn.shequ.events.facilities.RuleChanged;
import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A city or a county-level unit decides a rule for itself. */
@ApplicationScoped
class LocalRuleDecisions {

    private final LocalRules rules;
    private final Rulebook rulebook;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final EventLog events;

    LocalRuleDecisions(
            LocalRules rules, Rulebook rulebook, Territory territory, Jurisdiction jurisdiction, EventLog events) {
        this.rules = rules;
        this.rulebook = rulebook;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.events = events;
    }

    Rule decide(NewLocalRule decided) {
        jurisdiction.requireAct(Reach.of(decided.division()));
        Division division = unit(decided);
        if (!rulebook.knows(decided.ruleId())) {
            throw Refusal.of(FacilitiesProblem.RULE_UNKNOWN).with("rule", decided.ruleId());
        }
        rules.lock(decided.division(), decided.ruleId());
        Optional<Rule> latest = rules.latest(decided.division(), decided.ruleId());
        Rule rule = StricterOnly.decide(decided, above(division, decided), latest);
        List<Rule> versions = Stream.concat(
                        latest.flatMap(before -> StricterOnly.ended(before, rule)).stream(), Stream.of(rule))
                .toList();
        versions.forEach(rulebook::putLocal);
        events.append(versions.stream()
                .map(version -> changed(version, decided.division()))
                .toList());
        return rule;
    }

    private Division unit(NewLocalRule decided) {
        Division division = territory
                .find(decided.division(), decided.validFrom())
                .orElseThrow(() -> Refusal.of(FacilitiesProblem.DIVISION_UNKNOWN)
                        .with("division", decided.division().value())
                        .with("day", decided.validFrom().toString()));
        if (division.level() != DivisionLevel.CITY && division.level() != DivisionLevel.COUNTY_LEVEL) {
            throw Refusal.of(FacilitiesProblem.RULE_LEVEL)
                    .with("division", division.code().value())
                    .with("actual", division.level().name());
        }
        return division;
    }

    private Rule above(Division division, NewLocalRule decided) {
        DivisionCode parent = division.parent();
        return parent == null
                ? rulebook.shippedOn(decided.validFrom(), decided.ruleId())
                : rulebook.on(decided.validFrom(), decided.ruleId(), parent);
    }

    private static RuleChanged changed(Rule rule, DivisionCode division) {
        return new RuleChanged(
                division.value(),
                rule.id(),
                rule.version(),
                rule.value(),
                rule.unit().name(),
                rule.direction().name(),
                rule.origin().name(),
                rule.validFrom(),
                rule.validTo(),
                rule.citation());
    }
}
