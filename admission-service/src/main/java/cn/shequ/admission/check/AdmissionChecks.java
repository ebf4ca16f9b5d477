package cn.shequ.admission.check;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers whether a body may ask something of a community on a day (Art. 4, 5). */
@Singleton
public class AdmissionChecks {

    private final StoredFacts stored;

    AdmissionChecks(StoredFacts stored) {
        this.stored = stored;
    }

    /** Of today or a later day, for a command: from the database, in the command's transaction. */
    public Verdict verdict(CreditCode department, DivisionCode community, String matter, LocalDate on) {
        Question question = new Question(department, community, matter, on, false);
        return find(List.of(question), stored).verdict(question);
    }

    /** For a body that is not registered: nothing can have been admitted for it. */
    public Verdict ofUnregistered(String matter, LocalDate on) {
        if (Question.needsAdmission(matter)) {
            return Verdict.ofPlacements(List.of(), on);
        }
        Duties duties = stored.duties(Set.of(matter)).getOrDefault(matter, new Duties(null, null));
        return Verdict.ofDuty(duties.byLaw(), duties.ofOffice(), on);
    }

    /** Everything that verdicts on the questions need: a few queries at most, however many there are. */
    Found find(List<Question> questions, Facts facts) {
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
        return new Found(
                subjects.isEmpty() ? Map.of() : facts.holdings(subjects),
                past.isEmpty() ? Map.of() : facts.then(List.copyOf(past)),
                others.isEmpty() ? Map.of() : facts.duties(others));
    }
}
