package cn.shequ.workforce.volunteer;

import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.workforce.WorkforceProblem;
import java.time.LocalDate;

/** Nobody is registered without consent: one's own, and a guardian's for a minor. */
final class Consent {

    private Consent() {}

    static void require(boolean consent) {
        if (!consent) {
            throw Refusal.of(WorkforceProblem.CONSENT_REQUIRED);
        }
    }

    /**
     * A minor needs a guardian; an adult must not name one, because data that nobody needs is not kept.
     *
     * @param ageOfOwnConsent the age from which one's own consent is enough
     */
    static void requireGuardianOfMinor(Person person, LocalDate today, Rule ageOfOwnConsent) {
        int age = person.identityNumber().ageOn(today);
        boolean minor = age < ageOfOwnConsent.whole();
        if (minor && person.guardian() == null) {
            throw refusal(WorkforceProblem.GUARDIAN_CONSENT_REQUIRED, age, ageOfOwnConsent);
        }
        if (!minor && person.guardian() != null) {
            throw refusal(WorkforceProblem.GUARDIAN_NOT_KEPT, age, ageOfOwnConsent);
        }
    }

    private static Refusal refusal(WorkforceProblem problem, int age, Rule ageOfOwnConsent) {
        return Refusal.of(problem)
                .with("required", ageOfOwnConsent.whole())
                .with("actual", age)
                .with("law", ageOfOwnConsent.citation())
                .under(ageOfOwnConsent);
    }
}
