package cn.shequ.admission.evaluation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Who may see and act on a unified evaluation: who serves its division or one above, and to see it, whoever it is made
 * at; its plan is the office's of exactly that division.
 */
@ApplicationScoped
class UnifiedAccess {

    private final UnifiedEvaluations evaluations;
    private final EvaluationRequests requests;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final Callers callers;

    UnifiedAccess(
            UnifiedEvaluations evaluations,
            EvaluationRequests requests,
            Territory territory,
            Jurisdiction jurisdiction,
            Callers callers) {
        this.evaluations = evaluations;
        this.requests = requests;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    UnifiedEvaluation seen(DivisionCode division, int year) {
        return visible(evaluations.find(division, year));
    }

    /** Nobody else changes the evaluation until the transaction ends. */
    UnifiedEvaluation locked(DivisionCode division, int year) {
        return visible(evaluations.lock(division, year));
    }

    /** For the office of the group whose evaluation it is. */
    UnifiedEvaluation lockedByOffice(DivisionCode division, int year) {
        UnifiedEvaluation evaluation = locked(division, year);
        if (!division.equals(callers.current().division())) {
            throw Refusal.of(AdmissionProblem.EVALUATION_OF_ANOTHER_LEVEL).with("required", division);
        }
        return evaluation;
    }

    /** Results are shared among the bodies that take part: no other department's officer sees them. */
    UnifiedEvaluation seenWithResults(DivisionCode division, int year) {
        UnifiedEvaluation evaluation = seen(division, year);
        String own = callers.current().onlyDepartment();
        if (own != null && !requests.takesPart(own, division, year)) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        return evaluation;
    }

    private UnifiedEvaluation visible(Optional<UnifiedEvaluation> found) {
        DivisionCode own = callers.current().division();
        return found.filter(evaluation -> own != null
                        && (jurisdiction.covers(evaluation.division())
                                || territory.isWithin(own, evaluation.division())))
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
