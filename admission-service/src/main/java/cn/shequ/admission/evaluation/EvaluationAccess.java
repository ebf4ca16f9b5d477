package cn.shequ.admission.evaluation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.department.Departments;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.groupvote.Recusals;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Who may see and act on a requested evaluation: its body, and the leading group that decides, of its own level at first. */
@ApplicationScoped
class EvaluationAccess {

    private final EvaluationRequests requests;
    private final Departments departments;
    private final GroupVoting voting;
    private final Recusals recusals;
    private final Jurisdiction jurisdiction;
    private final Callers callers;

    EvaluationAccess(
            EvaluationRequests requests,
            Departments departments,
            GroupVoting voting,
            Recusals recusals,
            Jurisdiction jurisdiction,
            Callers callers) {
        this.requests = requests;
        this.departments = departments;
        this.voting = voting;
        this.recusals = recusals;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    EvaluationView seen(UUID id) {
        EvaluationRequest request = found(requests.find(id));
        jurisdiction.requireSee(reach(request));
        return view(request);
    }

    /** As it is now, after a change by whoever may make it. */
    EvaluationRequest present(UUID id) {
        return found(requests.find(id));
    }

    /** For the body that asked or who holds its place; nobody else changes the request until the transaction ends. */
    EvaluationRequest lockedByBody(UUID id) {
        EvaluationRequest request = found(requests.lock(id));
        jurisdiction.requireAct(reach(request));
        if (!holder(request).equals(callers.current().department())) {
            throw Refusal.of(HttpProblem.OTHER_DEPARTMENT);
        }
        return request;
    }

    /** For the members and the office of the group that decides. */
    EvaluationRequest lockedByGroup(UUID id) {
        EvaluationRequest request = found(requests.lock(id));
        jurisdiction.requireAct(reach(request));
        if (!request.decidedBy().equals(callers.current().division())) {
            throw Refusal.of(AdmissionProblem.EVALUATION_OF_ANOTHER_LEVEL).with("required", request.decidedBy());
        }
        return request;
    }

    EvaluationView view(EvaluationRequest request) {
        return new EvaluationView(
                request,
                recusals.of(request.matter()),
                voting.tally(request.matter()),
                voting.decision(request.matter()).orElse(null));
    }

    private Reach reach(EvaluationRequest request) {
        return Reach.of(request.division()).ownedBy(holder(request));
    }

    private String holder(EvaluationRequest request) {
        return departments.holder(request.department()).value();
    }

    private static EvaluationRequest found(Optional<EvaluationRequest> request) {
        return request.orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
