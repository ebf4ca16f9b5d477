package cn.shequ.admission.organisation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.OrganisationKind;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the district asks of an organisation before it registers it (具备条件的, Art. 23).
 *
 * @param members the row for the number of members; null for a unit that has none
 * @param capital the row for the founding capital in CNY
 */
record RegistrationConditions(@Nullable Rule members, Rule capital) {

    static final String ASSOCIATION_CAPITAL = "organisation.association-capital";
    static final String NON_ENTERPRISE_CAPITAL = "organisation.non-enterprise-capital";

    static RegistrationConditions of(OrganisationKind kind, Membership membership, Function<String, Rule> rules) {
        return switch (kind) {
            case SOCIAL_ASSOCIATION ->
                new RegistrationConditions(rules.apply(membership.rule()), rules.apply(ASSOCIATION_CAPITAL));
            case PRIVATE_NON_ENTERPRISE -> new RegistrationConditions(null, rules.apply(NON_ENTERPRISE_CAPITAL));
        };
    }

    /** Why it is not registered, members first; empty when it reaches both. */
    Optional<Refusal> unmet(Membership membership, Money found) {
        return everyUnmet(membership, found).stream().findFirst();
    }

    List<Refusal> everyUnmet(Membership membership, Money found) {
        List<Refusal> unmet = new ArrayList<>();
        if (members != null && membership.total() < members.whole()) {
            unmet.add(Refusal.of(AdmissionProblem.ORGANISATION_HAS_TOO_FEW_MEMBERS)
                    .with("required", members.whole())
                    .with("actual", membership.total())
                    .with("individualMembers", membership.individuals())
                    .with("institutionalMembers", membership.institutions())
                    .under(members));
        }
        if (found.compareTo(capital.money()) < 0) {
            unmet.add(Refusal.of(AdmissionProblem.ORGANISATION_CAPITAL_TOO_LOW)
                    .with("required", capital.money())
                    .with("actual", found)
                    .under(capital));
        }
        return unmet;
    }
}
