package cn.shequ.admission.check;

import cn.shequ.kit.territory.Territory.CodeOnDay;
import java.util.List;

/** What answers rest on. Dates are in it as they are recorded, and compared at the moment of asking. */
interface Facts {

    /** What was admitted, as it is now; what ends last comes first. */
    List<AdmittedTask> now(Subject subject);

    Duties duties(String matter);

    /** Whether the code is a division on its day. */
    boolean isKnown(CodeOnDay code);

    /** What was admitted once, for a question about a past day; in the same order. */
    List<AdmittedTask> then(Question question);

    /**
     * What was admitted of what is asked about; nothing where that needs no admission. It may be another one the next time:
     * an answer rests on one alone.
     */
    default List<AdmittedTask> admitted(Question question) {
        if (!question.needsAdmission()) {
            return List.of();
        }
        return question.past() ? then(question) : now(question.subject());
    }

    /** @param admitted what was found for the question */
    default Verdict verdict(Question question, List<AdmittedTask> admitted) {
        if (question.needsAdmission()) {
            return Verdict.ofPlacements(admitted, question.on());
        }
        Duties found = duties(question.matter());
        return Verdict.ofDuty(found.byLaw(), found.ofOffice(), question.on());
    }
}
