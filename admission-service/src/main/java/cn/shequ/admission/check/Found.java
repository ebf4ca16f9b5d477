package cn.shequ.admission.check;

import cn.shequ.kit.territory.Territory.CodeOnDay;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found for questions.
 *
 * @param present what is admitted now, for questions about the present
 * @param past what was admitted once, for questions about past days
 * @param duties what the catalogues hold under matters that need no admission
 * @param known of the communities of questions for which nothing was admitted, whether there are such divisions
 */
record Found(
        Map<Subject, List<AdmittedTask>> present,
        Map<Question, List<AdmittedTask>> past,
        Map<String, Duties> duties,
        Map<CodeOnDay, Boolean> known)
        implements Facts {

    private static final Duties NO_DUTIES = new Duties(null, null);

    /** Everything that answers to the questions need: a few queries at most, however many they are. */
    static Found of(List<Question> questions, LocalDate today, FactSource source) {
        Set<Subject> subjects = new HashSet<>();
        Set<Question> past = new LinkedHashSet<>();
        Set<String> others = new HashSet<>();
        for (Question question : questions) {
            if (!question.needsAdmission()) {
                others.add(question.matter());
            } else if (question.past()) {
                past.add(question);
            } else {
                subjects.add(question.subject());
            }
        }
        Found found = new Found(
                subjects.isEmpty() ? Map.of() : source.now(subjects),
                past.isEmpty() ? Map.of() : source.then(List.copyOf(past)),
                others.isEmpty() ? Map.of() : source.duties(others),
                Map.of());
        Set<CodeOnDay> without = new HashSet<>();
        for (Question question : questions) {
            if (found.admitted(question).isEmpty()) {
                without.add(question.where(today));
            }
        }
        return without.isEmpty() ? found : found.withKnown(source.known(without));
    }

    private Found withKnown(Map<CodeOnDay, Boolean> divisions) {
        return new Found(present, past, duties, divisions);
    }

    @Override
    public List<AdmittedTask> now(Subject subject) {
        return present.getOrDefault(subject, List.of());
    }

    @Override
    public Duties duties(String matter) {
        return duties.getOrDefault(matter, NO_DUTIES);
    }

    @Override
    public boolean isKnown(CodeOnDay code) {
        return known.getOrDefault(code, false);
    }

    @Override
    public List<AdmittedTask> then(Question question) {
        return past.getOrDefault(question, List.of());
    }
}
