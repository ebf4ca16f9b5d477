package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.DecidingLevel;
import cn.shequ.admission.groupvote.NewRecusal;
import cn.shequ.admission.groupvote.Recusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Who is partial takes no part. When too few are left to vote, or nobody may sign, the group of the next level up decides
 * from the beginning.
 */
@ApplicationScoped
class RecusalDesk {

    private final TaskApplications applications;
    private final TaskAccess access;
    private final TaskHistory history;
    private final Recusals recusals;
    private final Voting votes;
    private final DecidingLevel levels;
    private final PassingUp passing;

    RecusalDesk(
            TaskApplications applications,
            TaskAccess access,
            TaskHistory history,
            Recusals recusals,
            Voting votes,
            DecidingLevel levels,
            PassingUp passing) {
        this.applications = applications;
        this.access = access;
        this.history = history;
        this.recusals = recusals;
        this.votes = votes;
        this.levels = levels;
        this.passing = passing;
    }

    TaskApplication recuse(UUID id, NewRecusal recusal) {
        TaskApplication present = access.lockedByGroup(id);
        TaskCommand command = recusals.part(present.matter(), recusal.person()) == Capacity.MEMBER
                ? TaskCommand.RECUSE_MEMBER
                : TaskCommand.RECUSE_LEADER;
        TaskApplication recused = present.taking(command);
        recusals.record(present.matter(), recusal);
        applications.advance(recused);
        history.noteRecusal(recused, command, recusal);
        // The votes of those who are left may settle it.
        return votes.settle(levels.afterRecusal(recused.matter())
                .map(decider -> passing.to(recused, decider))
                .orElse(recused));
    }
}
