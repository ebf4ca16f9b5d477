package cn.shequ.admission.check;

import cn.shequ.kit.territory.Territory.CodeOnDay;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what answers rest on, of many questions in a few queries. */
interface FactSource {

    /** What was admitted of each subject, as it is now; what ends last comes first. */
    Map<Subject, List<AdmittedTask>> now(Set<Subject> subjects);

    /** What the catalogues hold under each code. */
    Map<String, Duties> duties(Set<String> matters);

    /** For each code whether it is a division on its day. */
    Map<CodeOnDay, Boolean> known(Set<CodeOnDay> codes);

    /** What was admitted once, for each question about a past day; in the same order. */
    Map<Question, List<AdmittedTask>> then(List<Question> questions);

    /** As far as nothing must be read or waited for; for all others {@link NotRemembered} is thrown. */
    default Facts atHand() {
        throw new NotRemembered();
    }
}
