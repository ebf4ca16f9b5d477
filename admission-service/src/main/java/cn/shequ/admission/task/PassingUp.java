package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.Decider;
import cn.shequ.admission.groupvote.DecidingLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** An application comes to the group of the next level up, which begins anew with it. */
@ApplicationScoped
class PassingUp {

    private final TaskApplications applications;
    private final TaskAccess access;
    private final TaskHistory history;
    private final DecidingLevel levels;
    private final OverdueReviews overdue;
    private final Submissions submissions;

    PassingUp(
            TaskApplications applications,
            TaskAccess access,
            TaskHistory history,
            DecidingLevel levels,
            OverdueReviews overdue,
            Submissions submissions) {
        this.applications = applications;
        this.access = access;
        this.history = history;
        this.levels = levels;
        this.overdue = overdue;
        this.submissions = submissions;
    }

    /**
     * The office passes on what its group cannot end, because terms ran out or a deputy left; or that of the next level up
     * takes over what the group and its leader let lie.
     *
     * @throws cn.shequ.kit.problem.Refusal when the group can end it, or is still in time, or no level above can either
     */
    TaskApplication passOn(UUID id) {
        TaskApplication present = access.lockedFromAbove(id);
        boolean own = access.isOfGroup(present);
        if (own) {
            present.after(TaskCommand.PASS_UP);
        }
        return to(present, own ? levels.passedUp(present.matter()) : overdue.takenOver(present));
    }

    /** Where there is no level above it stays with those who are left. */
    TaskApplication to(TaskApplication present, Decider decider) {
        boolean stays = decider.division().equals(present.group());
        TaskApplication next =
                stays ? present.decidedBecause(decider.because()) : present.passedUp(submissions.today(decider));
        applications.advance(next);
        if (!stays) {
            history.note(next, TaskCommand.PASS_UP, null);
        }
        return next;
    }
}
