package cn.shequ.admission.evaluation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.department.Department;
import cn.shequ.admission.groupvote.DecidedBecause;
import cn.shequ.admission.groupvote.Decider;
import cn.shequ.admission.groupvote.Matter;
import cn.shequ.events.admission.EvaluationApproved;
import cn.shequ.events.admission.EvaluationIssuer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A requested evaluation as it is kept (Art. 7); approved, it is an item of the unified evaluation.
 *
 * @param department who asks
 * @param division of whose unified evaluation it is an item when it is approved: the department's own level
 * @param decidedBy whose leading group decides: that of this level (同级), or one further up
 * @param round votes belong to it; when it passes up another begins
 * @param points the most that a community can get under this item
 * @param requestBy the last day for requests of the year
 * @param requestByRule the row of the rulebook for that day, by its reference
 * @param reason why it was withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationRequest(
        UUID id,
        int year,
        CreditCode department,
        DivisionCode division,
        DivisionCode decidedBy,
        DecidedBecause decidedBecause,
        int round,
        String title,
        String criteria,
        int points,
        String documentTitle,
        String documentNumber,
        LocalDate documentIssuedOn,
        EvaluationIssuer issuer,
        @Nullable CreditCode issuingDepartment,
        EvaluationStage stage,
        @JsonIgnore String submittedBy,
        LocalDate submittedOn,
        LocalDate requestBy,
        String requestByRule,
        @Nullable LocalDate decidedOn,
        @Nullable String reason) {

    static EvaluationRequest of(
            UUID id,
            Department body,
            Decider decider,
            NewEvaluationRequest asked,
            RequestGate gate,
            String person,
            LocalDate day) {
        FormalDocument document = asked.document();
        return new EvaluationRequest(
                id,
                asked.year(),
                body.creditCode(),
                body.division(),
                decider.division(),
                decider.because(),
                1,
                asked.title(),
                asked.criteria(),
                asked.points(),
                document.title(),
                document.number(),
                document.issuedOn(),
                document.issuer(),
                document.issuingDepartment(),
                EvaluationStage.SUBMITTED,
                person,
                day,
                gate.lastDay(),
                gate.requestBy().reference(),
                null,
                null);
    }

    /** As the group decides on it. */
    Matter matter() {
        return matter(id, round, decidedBy, department);
    }

    static Matter matter(UUID id, int round, DivisionCode division, CreditCode body) {
        return new Matter(Matter.Kind.EVALUATION, id, round, division, Set.of(body));
    }

    /** @throws Refusal when the command is not allowed at this stage */
    EvaluationStage after(EvaluationCommand command) {
        return stage.after(command).orElseThrow(() -> Refusal.of(AdmissionProblem.EVALUATION_STAGE_FORBIDS)
                .with("stage", stage));
    }

    /** Whether it is an item of that evaluation. */
    boolean isIn(UnifiedEvaluation evaluation) {
        return stage == EvaluationStage.APPROVED && division.equals(evaluation.division()) && year == evaluation.year();
    }

    /** Whether the group had approved it when that day was over. */
    boolean isApprovedBy(LocalDate day) {
        return stage == EvaluationStage.APPROVED && decidedOn != null && !decidedOn.isAfter(day);
    }

    EvaluationApproved approved(LocalDate day) {
        return new EvaluationApproved(id.toString(), division.value(), year, department.value(), issuer.name(), day);
    }
}
