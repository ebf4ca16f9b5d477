package cn.shequ.admission.evaluation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.department.Department;
import cn.shequ.admission.department.Departments;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.Decider;
import cn.shequ.admission.groupvote.DecidingLevel;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.leadinggroup.LeadingGroups;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** A body asks the group of its own level for an evaluation, in time and on a document from above (Art. 7). */
@ApplicationScoped
class EvaluationDesk {

    private final EvaluationRequests requests;
    private final EvaluationAccess access;
    private final Departments departments;
    private final LeadingGroups groups;
    private final DecidingLevel levels;
    private final GroupVoting voting;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;
    private final Callers callers;
    private final Clock clock;

    EvaluationDesk(
            EvaluationRequests requests,
            EvaluationAccess access,
            Departments departments,
            LeadingGroups groups,
            DecidingLevel levels,
            GroupVoting voting,
            Territory territory,
            Jurisdiction jurisdiction,
            Rulebook rulebook,
            Callers callers,
            Clock clock) {
        this.requests = requests;
        this.access = access;
        this.departments = departments;
        this.groups = groups;
        this.levels = levels;
        this.voting = voting;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
        this.callers = callers;
        this.clock = clock;
    }

    EvaluationRequest submit(NewEvaluationRequest asked) {
        Department body = ownDepartment();
        jurisdiction.requireAct(
                Reach.of(body.division()).ownedBy(body.creditCode().value()));
        LocalDate today = LocalDate.now(clock);
        asked.document().requireConsistent(today);
        if (groups.of(body.division()).isEmpty()) {
            throw Refusal.of(AdmissionProblem.EVALUATION_WITHOUT_GROUP).with("division", body.division());
        }
        RequestGate gate = gate(asked.year(), body);
        gate.require(today);
        requireDocumentFromAbove(body, asked.document());
        UUID id = Ids.next();
        Decider decider = levels.beginning(EvaluationRequest.matter(id, 0, body.division(), body.creditCode()));
        EvaluationRequest request = EvaluationRequest.of(
                id, body, decider, asked, gate, callers.current().subject(), today);
        if (!requests.add(request)) {
            throw Refusal.of(AdmissionProblem.EVALUATION_REQUESTED)
                    .with("title", asked.title())
                    .with("year", asked.year());
        }
        voting.admit(request.matter(), Capacity.APPLICANT);
        return request;
    }

    /** By its body, until the group has decided. */
    EvaluationRequest withdraw(UUID id, String reason) {
        EvaluationRequest present = access.lockedByBody(id);
        EvaluationStage withdrawn = present.after(EvaluationCommand.WITHDRAW);
        voting.admit(present.matter(), Capacity.APPLICANT);
        requests.putWithdrawn(id, withdrawn, reason);
        return access.present(id);
    }

    private RequestGate gate(int year, Department body) {
        return new RequestGate(
                year,
                rulebook.today(RequestGate.REQUEST_BY, body.division()),
                rulebook.today(RequestGate.YEARS_AHEAD, body.division()));
    }

    private void requireDocumentFromAbove(Department body, FormalDocument document) {
        CreditCode code = document.issuingDepartment();
        if (code != null) {
            Department issuing = departments.find(code).orElseThrow(() -> unknown(code));
            DocumentRule.require(body, issuing, territory.isWithin(body.division(), issuing.division()));
        }
    }

    private Department ownDepartment() {
        String own = callers.current().department();
        if (own == null) {
            throw Refusal.of(HttpProblem.OTHER_DEPARTMENT);
        }
        CreditCode code = CreditCode.of(own);
        return departments.find(code).filter(found -> !found.isSucceeded()).orElseThrow(() -> unknown(code));
    }

    private static Refusal unknown(CreditCode code) {
        return Refusal.of(AdmissionProblem.DEPARTMENT_UNKNOWN).with("creditCode", code);
    }
}
