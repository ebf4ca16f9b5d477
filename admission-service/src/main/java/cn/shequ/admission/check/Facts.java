package cn.shequ.admission.check;

import cn.shequ.kit.territory.Territory.CodeOnDay;
import java.util.List;
import java.util.Map;

/** What answers rest on. Dates are in it as they are recorded, and compared at the moment of asking. */
interface Facts {

    Holding holding(Subject subject);

    Duties duties(String matter);

    /** Whether the code is a division on its day. */
    boolean isKnown(CodeOnDay code);

    /** What was admitted once, for a question about a past day; what ends last comes first. */
    List<AdmittedTask> then(Question question);

    /**
     * What was admitted of what is asked about; nothing where that needs no admission. It may be another one the next time:
     * an answer rests on one alone. Of a past day nothing is owed; what was, funding says.
     */
    default Holding holding(Question question) {
        if (!question.needsAdmission()) {
            return Holding.NOTHING;
        }
        return question.past() ? new Holding(then(question), Map.of()) : holding(question.subject());
    }

    /** @param holding what was found for the question */
    default Verdict verdict(Question question, Holding holding) {
        if (question.needsAdmission()) {
            return Verdict.ofPlacements(holding.tasks(), question.on());
        }
        Duties found = duties(question.matter());
        return Verdict.ofDuty(found.byLaw(), found.ofOffice(), question.on());
    }
}
