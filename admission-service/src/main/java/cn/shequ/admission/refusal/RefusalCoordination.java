package cn.shequ.admission.refusal;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.Contradictions;
import cn.shequ.admission.task.TaskApplication;
import cn.shequ.admission.task.TaskApplications;
import cn.shequ.admission.task.TaskStage;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The coordinating leading-group office says how a refusal ended (Art. 4). */
@ApplicationScoped
class RefusalCoordination {

    private final DemandRefusals refusals;
    private final TaskApplications applications;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    RefusalCoordination(
            DemandRefusals refusals,
            TaskApplications applications,
            Jurisdiction jurisdiction,
            Callers callers,
            Clock clock) {
        this.refusals = refusals;
        this.applications = applications;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    DemandRefusal seen(UUID id) {
        DemandRefusal refusal = refusals.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(Reach.of(refusal.community()));
        return refusal;
    }

    DemandRefusal close(UUID id, RefusalOutcome outcome) {
        DemandRefusal refusal = refusals.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(concerning(refusal));
        Contradictions.refuse(outcome.findings());
        if (refusal.isClosed()) {
            throw Refusal.of(AdmissionProblem.REFUSAL_CLOSED).with("outcome", String.valueOf(refusal.outcome()));
        }
        if (outcome.application() != null) {
            requireAnswer(refusal, outcome.application());
        }
        DemandRefusal closed = refusal.closed(outcome, callers.current().subject(), LocalDate.now(clock));
        refusals.close(closed);
        return closed;
    }

    /** Seen from the community up; acted on by the coordinating division or one above it. */
    private static Reach concerning(DemandRefusal refusal) {
        return Reach.of(refusal.coordinatingDivision()).concerning(List.of(refusal.community()));
    }

    /** The application must be the demanding body's own, be submitted, and ask for this community. */
    private void requireAnswer(DemandRefusal refusal, UUID application) {
        boolean answers = applications
                        .find(application)
                        .filter(found -> found.stage() != TaskStage.DRAFT)
                        .map(TaskApplication::department)
                        .filter(department -> department.equals(refusal.demandingBody()))
                        .isPresent()
                && applications.asksFor(application, refusal.community());
        if (!answers) {
            throw Refusal.of(AdmissionProblem.APPLICATION_DOES_NOT_ANSWER).with("application", application);
        }
    }
}
