package cn.shequ.admission.task;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.DecidingLevel;
import cn.shequ.admission.leadinggroup.LeadingGroup;
import cn.shequ.admission.leadinggroup.LeadingGroups;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may see and act on an application: its department; the leading group that decides ({@link DecidingLevel}) and no
 * other; and to see it, whoever serves a community it asks for (Art. 2).
 */
@ApplicationScoped
class TaskAccess {

    private final TaskApplications applications;
    private final LeadingGroups groups;
    private final Jurisdiction jurisdiction;
    private final Callers callers;

    TaskAccess(TaskApplications applications, LeadingGroups groups, Jurisdiction jurisdiction, Callers callers) {
        this.applications = applications;
        this.groups = groups;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    TaskApplication seen(UUID id) {
        TaskApplication application = found(applications.find(id));
        jurisdiction.requireSee(reach(application));
        return application;
    }

    /** Whether there is such an application and the caller may see it. */
    boolean isSeen(UUID id) {
        return applications
                .find(id)
                .filter(found -> jurisdiction.maySee(reach(found)))
                .isPresent();
    }

    /** For the department that applies; nobody else changes the application until the transaction ends. */
    TaskApplication lockedByApplicant(UUID id) {
        TaskApplication application = found(applications.lock(id));
        jurisdiction.requireAct(reach(application));
        if (!application.department().value().equals(callers.current().department())) {
            throw Refusal.of(HttpProblem.OTHER_DEPARTMENT);
        }
        return application;
    }

    /** For the office, the members and the leader of the group that decides. */
    TaskApplication lockedByGroup(UUID id) {
        TaskApplication application = lockedFromAbove(id);
        if (!isOfGroup(application)) {
            throw ofAnotherLevel(application);
        }
        return application;
    }

    /** For the group that decides, and those above it. */
    TaskApplication lockedFromAbove(UUID id) {
        TaskApplication application = found(applications.lock(id));
        jurisdiction.requireAct(reach(application));
        return application;
    }

    /** Whether the caller serves the division whose group decides. */
    boolean isOfGroup(TaskApplication application) {
        return application.group().equals(callers.current().division());
    }

    static Refusal ofAnotherLevel(TaskApplication application) {
        return Refusal.of(AdmissionProblem.GROUP_OF_ANOTHER_LEVEL).with("required", application.group());
    }

    LeadingGroup group(TaskApplication application) {
        return groups.require(application.group());
    }

    private Reach reach(TaskApplication application) {
        return Reach.of(application.division())
                .ownedBy(application.department().value())
                .concerning(applications.concerning(application.id(), jurisdiction.bindings()).stream()
                        .toList());
    }

    private static TaskApplication found(Optional<TaskApplication> application) {
        return application.orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
