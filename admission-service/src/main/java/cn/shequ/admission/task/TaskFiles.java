package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.Decision;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects what is on record about an application, for whoever may see it. */
@ApplicationScoped
public class TaskFiles {

    private static final Set<TaskCommand> BY_THE_LEADER = Set.of(TaskCommand.SIGN, TaskCommand.REFUSE_SIGNATURE);

    private final TaskAccess access;
    private final TaskApplications applications;
    private final TaskRecords records;
    private final GroupVoting voting;

    TaskFiles(TaskAccess access, TaskApplications applications, TaskRecords records, GroupVoting voting) {
        this.access = access;
        this.applications = applications;
        this.records = records;
        this.voting = voting;
    }

    /** @throws Refusal 404 when the caller may not see it */
    public TaskApplication seen(UUID id) {
        return access.seen(id);
    }

    /** Of one that was submitted: before that, no group has anything to do with it. */
    public TaskFile of(TaskApplication application) {
        Decision decision = voting.decision(application.matter()).orElse(null);
        List<Step> steps = records.steps(application.id());
        return new TaskFile(
                application,
                applications.communities(application.id()),
                decision == null ? voting.tally(application.matter()) : decision.tally(),
                decision,
                steps,
                signedAs(application, steps));
    }

    private @Nullable Capacity signedAs(TaskApplication application, List<Step> steps) {
        return steps.stream()
                .filter(step -> BY_THE_LEADER.contains(step.command()))
                .findFirst()
                .map(step -> voting.capacity(application.matter(), step.person()))
                .orElse(null);
    }
}
