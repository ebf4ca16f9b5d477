package cn.shequ.workforce.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.RuleDirection;
import cn.shequ.kit.rulebook.RuleOrigin;
import cn.shequ.kit.rulebook.RuleUnit;
import cn.shequ.workforce.WorkforceProblem;
import cn.shequ.workforce.citizen.CitizenIdentityNumber;
import cn.shequ.workforce.citizen.TestNumbers;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Guardian PARENT = new Guardian("张大山", "13912345679");
    private static final Rule FROM_18 = new Rule(
            "volunteers.age-of-own-consent",
            1,
            LocalDate.of(2011, 12, 14),
            null,
            "18",
            RuleUnit.YEARS,
            RuleDirection.MINIMUM,
            RuleOrigin.LAW,
            "Civil Code, Art. 17",
            null);

    @Test
    void nobody_is_registered_without_consent() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Consent.require(false))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(WorkforceProblem.CONSENT_REQUIRED));
        assertThatCode(() -> Consent.require(true)).doesNotThrowAnyException();
    }

    @Test
    void a_minor_needs_a_guardian_and_the_refusal_names_the_law_and_no_article() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> check(LocalDate.of(2008, 11, 24), null))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(WorkforceProblem.GUARDIAN_CONSENT_REQUIRED);
                    assertThat(refusal.figures())
                            .isEqualTo(Map.of("required", 18, "actual", 17, "law", "Civil Code, Art. 17"));
                    assertThat(refusal.articles()).isEmpty();
                });
        assertThatCode(() -> check(LocalDate.of(2008, 11, 24), PARENT)).doesNotThrowAnyException();
    }

    @Test
    void on_the_eighteenth_birthday_ones_own_consent_is_enough() {
        assertThatCode(() -> check(LocalDate.of(2008, 11, 23), null)).doesNotThrowAnyException();
    }

    @Test
    void an_adults_guardian_is_not_kept() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> check(LocalDate.of(2008, 11, 23), PARENT))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(WorkforceProblem.GUARDIAN_NOT_KEPT));
    }

    private static void check(LocalDate birthDate, @Nullable Guardian guardian) {
        Person person =
                new Person("张小梅", CitizenIdentityNumber.of(TestNumbers.bornOn(birthDate)), "13812345678", guardian);
        Consent.requireGuardianOfMinor(person, TODAY, FROM_18);
    }
}
