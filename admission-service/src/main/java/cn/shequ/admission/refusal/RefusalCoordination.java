package cn.shequ.admission.refusal;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.Contradictions;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.leadinggroup.LeadingGroup;
import cn.shequ.admission.task.TaskApplication;
import cn.shequ.admission.task.TaskApplications;
import cn.shequ.admission.task.TaskStage;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The coordinating leading-group office says how a refusal ended (Art. 4); when it is overdue, the leader of its group does. */
@ApplicationScoped
class RefusalCoordination {

    private final DemandRefusals refusals;
    private final OverdueRefusals overdue;
    private final TaskApplications applications;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;
    private final Callers callers;
    private final Clock clock;

    RefusalCoordination(
            DemandRefusals refusals,
            OverdueRefusals overdue,
            TaskApplications applications,
            Jurisdiction jurisdiction,
            Rulebook rulebook,
            Callers callers,
            Clock clock) {
        this.refusals = refusals;
        this.overdue = overdue;
        this.applications = applications;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
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
        RefusalOutcome.Kind ended = refusal.outcome();
        if (ended != null) {
            throw Refusal.of(AdmissionProblem.REFUSAL_CLOSED).with("outcome", ended);
        }
        Optional<LeadingGroup> led = overdue.before(refusal);
        Capacity capacity = led.map(group -> leading(group, refusal)).orElseGet(() -> office(refusal));
        if (outcome.application() != null) {
            requireAnswer(refusal, outcome.application());
        }
        DemandRefusal told = led.isPresent() ? overdue.escalated(refusal) : refusal;
        DemandRefusal closed = told.closed(outcome, callers.current().subject(), capacity, LocalDate.now(clock));
        refusals.close(closed);
        return closed;
    }

    private Capacity leading(LeadingGroup group, DemandRefusal refusal) {
        Caller caller = callers.current();
        return Optional.of(caller)
                .filter(person -> person.has(Roles.PRINCIPAL_LEADER))
                .flatMap(person -> Capacity.leading(group, person.subject(), LocalDate.now(clock)))
                .orElseThrow(() -> byTerm(AdmissionProblem.REFUSAL_LIES_WITH_LEADER, refusal)
                        .with("group", group.id()));
    }

    private Capacity office(DemandRefusal refusal) {
        if (!callers.current().has(Roles.LEADING_GROUP_OFFICE)) {
            throw refusal.coordination()
                    .notOver(AdmissionProblem.REFUSAL_LIES_WITH_OFFICE, LocalDate.now(clock))
                    .under(rulebook.kept(refusal.deadlineRule()))
                    .with("required", refusal.coordinatingDivision());
        }
        return Capacity.OFFICE;
    }

    /** Whose it is to coordinate follows from the term that the refusal was given. */
    private Refusal byTerm(AdmissionProblem problem, DemandRefusal refusal) {
        return Refusal.of(problem)
                .with("until", refusal.coordinateBy())
                .with("today", LocalDate.now(clock))
                .under(rulebook.kept(refusal.deadlineRule()));
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
