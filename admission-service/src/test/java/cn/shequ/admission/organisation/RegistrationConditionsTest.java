package cn.shequ.admission.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.events.admission.OrganisationKind;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.RuleDirection;
import cn.shequ.kit.rulebook.RuleOrigin;
import cn.shequ.kit.rulebook.RuleUnit;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 以上 and 不少于 include the number; a mixed association needs the number for mixed ones (Art. 23). */
@Tag("art-23")
class RegistrationConditionsTest {

    private static final Map<String, Rule> RULES = Map.of(
            "organisation.individual-members", rule("organisation.individual-members", "20", RuleUnit.COUNT),
            "organisation.institutional-members", rule("organisation.institutional-members", "10", RuleUnit.COUNT),
            "organisation.mixed-members", rule("organisation.mixed-members", "30", RuleUnit.COUNT),
            "organisation.association-capital", rule("organisation.association-capital", "5000.00", RuleUnit.CNY),
            "organisation.non-enterprise-capital",
                    rule("organisation.non-enterprise-capital", "10000.00", RuleUnit.CNY));

    private static Rule rule(String id, String value, RuleUnit unit) {
        return new Rule(
                id,
                1,
                LocalDate.of(2011, 12, 14),
                null,
                value,
                unit,
                RuleDirection.MINIMUM,
                RuleOrigin.POLICY,
                "Art. 23",
                null);
    }

    private static Optional<Refusal> unmet(OrganisationKind kind, int individuals, int institutions, String capital) {
        Membership membership = new Membership(individuals, institutions);
        return RegistrationConditions.of(kind, membership, RULES::get).unmet(membership, Money.of(capital));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 20",
        "19, 0, 20",
        "0, 9, 10",
        "20, 1, 30",
        "1, 10, 30",
        "28, 1, 30",
    })
    void anAssociationWithTooFewMembersIsToldHowManyAreRequired(int individuals, int institutions, int required) {
        Refusal refusal = unmet(OrganisationKind.SOCIAL_ASSOCIATION, individuals, institutions, "5000.00")
                .orElseThrow();
        assertThat(refusal.figures())
                .containsEntry("required", required)
                .containsEntry("actual", individuals + institutions);
        assertThat(refusal.articles()).containsExactly(23);
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "0, 10", "29, 1", "20, 10", "1, 29"})
    void theNumberItselfIsEnough(int individuals, int institutions) {
        assertThat(unmet(OrganisationKind.SOCIAL_ASSOCIATION, individuals, institutions, "5000.00"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SOCIAL_ASSOCIATION, 4999.99, 5000.00",
        "PRIVATE_NON_ENTERPRISE, 9999.99, 10000.00",
        "PRIVATE_NON_ENTERPRISE, 5000.00, 10000.00"
    })
    void oneFenLessThanTheCapitalIsNotEnough(OrganisationKind kind, String found, String required) {
        assertThat(unmet(kind, 20, 0, found).orElseThrow().figures())
                .containsEntry("required", Money.of(required))
                .containsEntry("actual", Money.of(found));
    }

    @Test
    void aUnitWithoutMembersNeedsCapitalAlone() {
        assertThat(unmet(OrganisationKind.PRIVATE_NON_ENTERPRISE, 0, 0, "10000.00"))
                .isEmpty();
    }
}
