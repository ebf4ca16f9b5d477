package cn.shequ.admission.evaluation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.award.AwardLife;
import cn.shequ.admission.award.Nominee;
import cn.shequ.admission.department.Departments;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What was found at the visits, item by item, and who is commended for it (Art. 7). */
@ApplicationScoped
class ResultDesk {

    private final UnifiedAccess access;
    private final EvaluationRequests requests;
    private final EvaluationVisits visits;
    private final EvaluationResults results;
    private final Departments departments;
    private final AwardLife awards;
    private final Callers callers;
    private final Clock clock;

    ResultDesk(
            UnifiedAccess access,
            EvaluationRequests requests,
            EvaluationVisits visits,
            EvaluationResults results,
            Departments departments,
            AwardLife awards,
            Callers callers,
            Clock clock) {
        this.access = access;
        this.requests = requests;
        this.visits = visits;
        this.results = results;
        this.departments = departments;
        this.awards = awards;
        this.callers = callers;
        this.clock = clock;
    }

    EvaluationResult record(DivisionCode division, int year, NewResult found) {
        UnifiedEvaluation evaluation = access.locked(division, year);
        EvaluationRequest item = requests.find(found.item())
                .filter(request -> request.isIn(evaluation))
                .orElseThrow(() ->
                        Refusal.of(AdmissionProblem.ITEM_NOT_IN_EVALUATION).with("item", found.item()));
        requireSpeaksFor(item);
        LocalDate today = LocalDate.now(clock);
        requireVisited(evaluation, item, found.community(), today);
        requirePossible(item, found.points());
        EvaluationResult result = new EvaluationResult(
                Ids.next(),
                item.id(),
                division,
                year,
                found.community(),
                found.points(),
                callers.current().subject(),
                today,
                null);
        if (!results.add(result)) {
            throw Refusal.of(AdmissionProblem.RESULT_RECORDED).with("community", found.community());
        }
        return result;
    }

    /** By the office of the group, and nobody under a one-vote veto (Art. 16). */
    EvaluationResult commend(DivisionCode division, int year, UUID id) {
        UnifiedEvaluation evaluation = access.lockedByOffice(division, year);
        EvaluationResult result = results.find(id)
                .filter(found -> found.isOf(evaluation))
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        awards.requireEligible(Nominee.of(result.community()));
        if (!results.commend(result.id(), callers.current().subject(), LocalDate.now(clock))) {
            throw Refusal.of(AdmissionProblem.COMMUNITY_COMMENDED).with("result", id);
        }
        return results.find(id).orElseThrow();
    }

    /** The office of the group records any result, a body those of its own items. */
    private void requireSpeaksFor(EvaluationRequest item) {
        Caller caller = callers.current();
        if (caller.has(Roles.LEADING_GROUP_OFFICE) && item.division().equals(caller.division())) {
            return;
        }
        if (!caller.has(Roles.DEPARTMENT_OFFICER)) {
            throw Refusal.of(AdmissionProblem.EVALUATION_OF_ANOTHER_LEVEL).with("required", item.division());
        }
        if (!departments.holder(item.department()).value().equals(caller.department())) {
            throw Refusal.of(HttpProblem.OTHER_DEPARTMENT);
        }
    }

    private void requireVisited(
            UnifiedEvaluation evaluation, EvaluationRequest item, DivisionCode community, LocalDate today) {
        EvaluationVisit visit = visits.find(evaluation.division(), evaluation.year(), community)
                .orElseThrow(() -> Refusal.of(AdmissionProblem.NO_VISIT_PLANNED).with("community", community));
        if (visit.visitOn().isAfter(today)) {
            throw Refusal.of(AdmissionProblem.VISIT_AWAITED)
                    .with("community", community)
                    .with("visitOn", visit.visitOn());
        }
        if (!item.isApprovedBy(visit.visitOn())) {
            throw Refusal.of(AdmissionProblem.ITEM_DECIDED_AFTER_VISIT)
                    .with("community", community)
                    .with("required", visit.visitOn())
                    .with("actual", Objects.requireNonNull(item.decidedOn()));
        }
    }

    private static void requirePossible(EvaluationRequest item, BigDecimal points) {
        if (points.signum() < 0 || points.compareTo(BigDecimal.valueOf(item.points())) > 0) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of("points", "out-of-range", Map.of("least", 0, "most", item.points())));
        }
    }
}
