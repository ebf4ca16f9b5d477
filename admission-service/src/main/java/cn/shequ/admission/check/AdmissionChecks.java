package cn.shequ.admission.check;

import cn.shequ.admission.duty.OfficeDuties;
import cn.shequ.admission.duty.OfficeDuty;
import cn.shequ.admission.duty.StatutoryDuties;
import cn.shequ.admission.duty.StatutoryDuty;
import cn.shequ.admission.placement.Placement;
import cn.shequ.admission.scope.Domains;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers whether a body may ask something of a community on a day (Art. 4, 5). */
@ApplicationScoped
public class AdmissionChecks {

    private final AdmittedTasks tasks;
    private final StatutoryDuties duties;
    private final OfficeDuties officeDuties;

    AdmissionChecks(AdmittedTasks tasks, StatutoryDuties duties, OfficeDuties officeDuties) {
        this.tasks = tasks;
        this.duties = duties;
        this.officeDuties = officeDuties;
    }

    /** Of today or a later day. */
    public Verdict verdict(CreditCode department, DivisionCode community, String matter, LocalDate on) {
        return verdicts(List.of(new Question(department, community, matter, on, false)))
                .getFirst();
    }

    /** A verdict for each question, in their order: at most four queries, however many there are. */
    List<Verdict> verdicts(List<Question> questions) {
        Map<Question, List<AdmittedTask>> admitted = tasks.of(questions.stream()
                .filter(question -> needsAdmission(question.matter()))
                .distinct()
                .toList());
        Set<String> others = questions.stream()
                .map(Question::matter)
                .filter(matter -> !needsAdmission(matter))
                .collect(Collectors.toSet());
        Map<String, StatutoryDuty> byLaw = duties.find(others);
        Map<String, OfficeDuty> ofOffices = officeDuties.find(others);
        return questions.stream()
                .map(question -> needsAdmission(question.matter())
                        ? Verdict.ofPlacements(admitted.getOrDefault(question, List.of()), question.on())
                        : Verdict.ofDuty(byLaw.get(question.matter()), ofOffices.get(question.matter()), question.on()))
                .toList();
    }

    /** For a body that is not registered: nothing can have been admitted for it. */
    public Verdict ofUnregistered(String matter, LocalDate on) {
        return needsAdmission(matter)
                ? Verdict.ofPlacements(List.of(), on)
                : Verdict.ofDuty(
                        duties.find(matter).orElse(null),
                        officeDuties.find(matter).orElse(null),
                        on);
    }

    private static boolean needsAdmission(String matter) {
        return Domains.isDomain(matter) || matter.equals(Placement.EXCEPTIONAL);
    }
}
