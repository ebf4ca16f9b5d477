package cn.shequ.admission.check;

import cn.shequ.kit.territory.Territory;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What answers rest on. Dates are in it as they are recorded, and compared at the moment of asking. */
interface Facts {

    /** One for each subject. */
    Map<Subject, Holding> holdings(Set<Subject> subjects);

    /** Some for each code. */
    Map<String, Duties> duties(Set<String> matters);

    /** For each code whether it is a division on its day. */
    Map<Territory.CodeOnDay, Boolean> known(Set<Territory.CodeOnDay> codes);

    /** What was admitted once, for each question about a past day that finds something; what ends last comes first. */
    Map<Question, List<AdmittedTask>> then(List<Question> questions);

    /** The same facts as far as nothing must be read or waited for; of all others {@link NotRemembered} is thrown. */
    default Facts atHand() {
        throw new NotRemembered();
    }
}
