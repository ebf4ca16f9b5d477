package cn.shequ.admission.task;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.leadinggroup.LeadingGroup;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
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
    private final GroupVoting voting;
    private final Voting votes;
    private final DecidingLevel levels;
    private final Submissions submissions;
    private final Callers callers;
    private final Clock clock;

    RecusalDesk(
            TaskApplications applications,
            TaskAccess access,
            TaskHistory history,
            GroupVoting voting,
            Voting votes,
            DecidingLevel levels,
            Submissions submissions,
            Callers callers,
            Clock clock) {
        this.applications = applications;
        this.access = access;
        this.history = history;
        this.voting = voting;
        this.votes = votes;
        this.levels = levels;
        this.submissions = submissions;
        this.callers = callers;
        this.clock = clock;
    }

    TaskApplication recuse(UUID id, NewRecusal recusal) {
        TaskApplication present = access.lockedByGroup(id);
        LeadingGroup group = access.group(present);
        TaskCommand command = command(group, recusal.person());
        TaskApplication recused = present.taking(command);
        admitRecorder(present, recusal.person());
        voting.recuse(present.matter(), recusal.person());
        applications.advance(recused);
        history.noteRecusal(recused, command, recusal);
        // The votes of those who are left may settle it.
        return votes.settle(levels.canGoOn(recused) ? recused : passUp(recused));
    }

    /**
     * The office passes on what the group cannot end for another reason: terms that ran out, a deputy who left.
     *
     * @throws Refusal when it can, or when no level above can either
     */
    TaskApplication passOn(UUID id) {
        TaskApplication present = access.lockedByGroup(id);
        present.after(TaskCommand.PASS_UP);
        if (levels.canGoOn(present)) {
            throw Refusal.of(AdmissionProblem.GROUP_CAN_DECIDE).with("division", present.group());
        }
        voting.admit(present.matter(), Capacity.OFFICE);
        TaskApplication passed = passUp(present);
        if (passed.group().equals(present.group())) {
            throw Refusal.of(AdmissionProblem.NO_LEVEL_ABOVE).with("division", present.group());
        }
        return passed;
    }

    /** @throws Refusal when the person neither votes nor signs in this group */
    private TaskCommand command(LeadingGroup group, UUID person) {
        LocalDate today = LocalDate.now(clock);
        if (group.signers(today).contains(person)) {
            return TaskCommand.RECUSE_LEADER;
        }
        if (group.inOffice(today).contains(person)) {
            return TaskCommand.RECUSE_MEMBER;
        }
        throw Refusal.of(AdmissionProblem.NOBODY_TO_RECUSE)
                .with("person", person)
                .with("division", group.division());
    }

    /** Everybody says so for themselves; of others the office records it. */
    private void admitRecorder(TaskApplication present, UUID person) {
        if (person.toString().equals(callers.current().subject())) {
            return;
        }
        if (!callers.current().has(Roles.LEADING_GROUP_OFFICE)) {
            throw Refusal.of(AdmissionProblem.RECUSAL_OF_ANOTHER);
        }
        voting.admit(present.matter(), Capacity.OFFICE);
    }

    /** Where there is no level above it stays with those who are left. */
    private TaskApplication passUp(TaskApplication recused) {
        Decider decider = levels.instead(recused, recused.group());
        boolean stays = decider.division().equals(recused.group());
        TaskApplication next =
                stays ? recused.decidedBecause(decider.because()) : recused.passedUp(submissions.today(decider));
        applications.advance(next);
        if (!stays) {
            history.note(next, TaskCommand.PASS_UP, null);
        }
        return next;
    }
}
