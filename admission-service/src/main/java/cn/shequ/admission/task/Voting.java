package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.Ballot;
import cn.shequ.admission.groupvote.DecisionRule.Outcome;
import cn.shequ.admission.groupvote.GroupVoting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The group decides on an application (Art. 5): its members vote, until the outcome stands or the office closes. */
@ApplicationScoped
class Voting {

    private final TaskApplications applications;
    private final TaskAccess access;
    private final TaskHistory history;
    private final GroupVoting group;

    Voting(TaskApplications applications, TaskAccess access, TaskHistory history, GroupVoting group) {
        this.applications = applications;
        this.access = access;
        this.history = history;
        this.group = group;
    }

    TaskApplication vote(UUID id, Ballot ballot) {
        TaskApplication present = access.lockedByGroup(id);
        UUID voter = group.member(present.group());
        TaskApplication voted = present.taking(TaskCommand.CAST_VOTE);
        group.cast(voted.matter(), voter, ballot);
        history.note(voted, TaskCommand.CAST_VOTE, null);
        applications.advance(voted);
        return settle(voted);
    }

    /** Decided, where no further vote can change the outcome of the votes cast; otherwise as it is. */
    TaskApplication settle(TaskApplication voted) {
        if (voted.stage() != TaskStage.ACCEPTED) {
            return voted;
        }
        return group.decideIfSettled(voted.matter())
                .map(outcome -> {
                    TaskApplication decided = decided(voted, outcome);
                    history.note(decided, TaskCommand.following(outcome), null);
                    return decided;
                })
                .orElse(voted);
    }

    /** No more votes are waited for. */
    TaskApplication close(UUID id) {
        TaskApplication present = access.lockedByGroup(id);
        // Before counting: at any other stage there is nothing to close.
        present.after(TaskCommand.REJECT);
        Outcome outcome = group.close(present.matter());
        TaskApplication decided = decided(present, outcome);
        history.take(decided, TaskCommand.following(outcome), null);
        return decided;
    }

    private TaskApplication decided(TaskApplication present, Outcome outcome) {
        TaskApplication decided = present.taking(TaskCommand.following(outcome));
        applications.advance(decided);
        return decided;
    }
}
