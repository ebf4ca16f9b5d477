package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was found for questions.
 *
 * @param holdings as they are now, for questions about the present
 * @param past what was admitted once, for questions about past days that find something
 * @param duties what the catalogues hold under matters that need no admission
 */
record Found(Map<Subject, Holding> holdings, Map<Question, List<AdmittedTask>> past, Map<String, Duties> duties) {

    private static final Holding NOTHING = new Holding(List.of(), Map.of());
    private static final Duties NO_DUTIES = new Duties(null, null);

    Verdict verdict(Question question) {
        if (!question.needsAdmission()) {
            Duties found = duties.getOrDefault(question.matter(), NO_DUTIES);
            return Verdict.ofDuty(found.byLaw(), found.ofOffice(), question.on());
        }
        List<AdmittedTask> tasks = question.past()
                ? past.getOrDefault(question, List.of())
                : holding(question).tasks();
        return Verdict.ofPlacements(tasks, question.on());
    }

    /** What is owed next where money stands in the way now; what was owed once, funding says. */
    List<AmountDue> due(Question question, Verdict verdict) {
        return question.past() || !verdict.reasons().contains(ReasonCode.FUNDS_NOT_PAID)
                ? List.of()
                : verdict.tasks().stream()
                        .filter(task -> task.standing(question.on()) == ReasonCode.FUNDS_NOT_PAID)
                        .map(task -> holding(question).owed().get(task.placement()))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private Holding holding(Question question) {
        return holdings.getOrDefault(question.subject(), NOTHING);
    }
}
