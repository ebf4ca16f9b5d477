package cn.shequ.admission.task;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.task.DecisionRule.Outcome;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The group decides (Art. 5): its members vote, once each, until the outcome stands or the office closes. */
@ApplicationScoped
class Voting {

    private final TaskApplications applications;
    private final TaskRecords records;
    private final TaskAccess access;
    private final TaskHistory history;
    private final Rulebook rulebook;
    private final Callers callers;
    private final Clock clock;

    Voting(
            TaskApplications applications,
            TaskRecords records,
            TaskAccess access,
            TaskHistory history,
            Rulebook rulebook,
            Callers callers,
            Clock clock) {
        this.applications = applications;
        this.records = records;
        this.access = access;
        this.history = history;
        this.rulebook = rulebook;
        this.callers = callers;
        this.clock = clock;
    }

    TaskApplication vote(UUID id, Ballot ballot) {
        TaskApplication present = access.lockedByGroup(id);
        UUID voter = memberInOffice(present);
        TaskApplication voted = present.taking(TaskCommand.CAST_VOTE);
        history.take(voted, TaskCommand.CAST_VOTE, null);
        if (!records.vote(id, present.round(), voter, ballot, clock.instant())) {
            throw Refusal.of(AdmissionProblem.ALREADY_VOTED).with("round", present.round());
        }
        applications.advance(voted);
        Tally tally = tally(voted);
        DecisionRule rule = rule(voted);
        return rule.settled(tally)
                .map(outcome -> {
                    TaskApplication decided = decided(voted, outcome, tally, rule);
                    history.note(decided, outcome.command(), null);
                    return decided;
                })
                .orElse(voted);
    }

    /** No more votes are waited for. */
    TaskApplication close(UUID id) {
        TaskApplication present = access.lockedByGroup(id);
        // Before counting: at any other stage there is nothing to close.
        present.after(TaskCommand.REJECT);
        Tally tally = tally(present);
        DecisionRule rule = rule(present);
        Outcome outcome = rule.closed(tally);
        TaskApplication decided = decided(present, outcome, tally, rule);
        history.take(decided, outcome.command(), null);
        return decided;
    }

    Tally tally(TaskApplication application) {
        Map<Ballot, Integer> ballots = records.ballots(application.id(), application.round());
        return new Tally(
                eligible(application),
                ballots.getOrDefault(Ballot.FOR, 0),
                ballots.getOrDefault(Ballot.AGAINST, 0),
                ballots.getOrDefault(Ballot.ABSTAIN, 0));
    }

    private TaskApplication decided(TaskApplication present, Outcome outcome, Tally tally, DecisionRule rule) {
        TaskApplication decided = present.taking(outcome.command());
        applications.advance(decided);
        records.decide(present.id(), present.round(), rule, outcome, tally, LocalDate.now(clock));
        return decided;
    }

    /** Members in office who do not act on it otherwise, and those whose vote counts already. */
    private int eligible(TaskApplication application) {
        Set<UUID> members = new HashSet<>(access.group(application).inOffice(LocalDate.now(clock)));
        Set<String> others = records.othersThanMembers(application.id());
        members.removeIf(member -> others.contains(member.toString()));
        members.addAll(records.voters(application.id(), application.round()));
        return members.size();
    }

    private UUID memberInOffice(TaskApplication application) {
        UUID voter = uuid(callers.current().subject());
        if (voter == null
                || !access.group(application).inOffice(LocalDate.now(clock)).contains(voter)) {
            throw Refusal.of(AdmissionProblem.NOT_A_MEMBER).with("division", application.division());
        }
        return voter;
    }

    private DecisionRule rule(TaskApplication application) {
        return new DecisionRule(
                rulebook.today(DecisionRule.QUORUM, application.division()),
                rulebook.today(DecisionRule.VOTES_FOR_ABOVE, application.division()));
    }

    private static @Nullable UUID uuid(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException machine) {
            return null;
        }
    }
}
