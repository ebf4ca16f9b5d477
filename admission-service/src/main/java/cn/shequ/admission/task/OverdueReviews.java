package cn.shequ.admission.task;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.Decider;
import cn.shequ.admission.groupvote.DecidingLevel;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.events.admission.ReviewEscalation;
import cn.shequ.events.admission.TaskReviewOverdue;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a group does not decide in time comes before its principal leader, and when that term passes as well, before the
 * office of the next level up, which may take it over. Dates are compared at the moment of asking.
 */
@ApplicationScoped
class OverdueReviews {

    private final TaskApplications applications;
    private final TaskEscalations escalations;
    private final DecidingLevel levels;
    private final GroupVoting voting;
    private final Rulebook rulebook;
    private final EventLog events;
    private final Callers callers;
    private final Clock clock;

    OverdueReviews(
            TaskApplications applications,
            TaskEscalations escalations,
            DecidingLevel levels,
            GroupVoting voting,
            Rulebook rulebook,
            EventLog events,
            Callers callers,
            Clock clock) {
        this.applications = applications;
        this.escalations = escalations;
        this.levels = levels;
        this.voting = voting;
        this.rulebook = rulebook;
        this.events = events;
        this.callers = callers;
        this.clock = clock;
    }

    /** Before whom it is today, whether or not that was said. */
    Optional<Escalation> now(TaskApplication application) {
        return due(application).reduce((former, latter) -> latter);
    }

    /** What was said of it, in whatever round. */
    List<Escalation> of(UUID application) {
        return escalations.of(application);
    }

    private Stream<Escalation> due(TaskApplication application) {
        LocalDate today = LocalDate.now(clock);
        Optional<Submission> late =
                application.waiting().filter(submission -> submission.review().isOver(today));
        Stream<Escalation> leader = late.stream()
                .map(submission -> new Escalation(
                        application.round(),
                        ReviewEscalation.PRINCIPAL_LEADER,
                        submission.decidedBy(),
                        submission.reviewBy().plusDays(1)));
        Stream<Escalation> above = late.filter(submission -> submission.leader().isOver(today)).stream()
                .flatMap(submission -> levels
                        .whenOverdue(application.matter())
                        .map(next -> new Escalation(
                                application.round(),
                                ReviewEscalation.NEXT_LEVEL,
                                next.division(),
                                submission.leaderBy().plusDays(1)))
                        .stream());
        return Stream.concat(leader, above);
    }

    /** Says so of some, once in each round; false when there is nothing to say. */
    boolean escalateSome() {
        List<TaskReviewOverdue> told = new ArrayList<>();
        for (UUID id : escalations.lockUnsaid(LocalDate.now(clock))) {
            TaskApplication application = applications.find(id).orElseThrow();
            due(application)
                    .filter(escalation -> escalations.add(id, escalation))
                    .map(application::told)
                    .forEach(told::add);
        }
        events.append(told);
        return !told.isEmpty();
    }

    /**
     * The next level up, whose office the caller is of.
     *
     * @throws Refusal when the caller is of another, or when the group or its leader are still in time
     */
    Decider takenOver(TaskApplication application) {
        Decider next = levels.whenOverdue(application.matter())
                .filter(decider -> decider.division().equals(callers.current().division()))
                .orElseThrow(() -> TaskAccess.ofAnotherLevel(application));
        application.after(TaskCommand.PASS_UP);
        Submission submission = application.waiting().orElseThrow();
        LocalDate today = LocalDate.now(clock);
        if (!submission.leader().isOver(today)) {
            throw submission
                    .leader()
                    .notOver(AdmissionProblem.REVIEW_IN_TIME, today)
                    .under(rulebook.kept(submission.leaderRule()));
        }
        voting.admit(application.matter(), Capacity.OFFICE);
        return next;
    }
}
