package cn.shequ.admission.evaluation;

import cn.shequ.admission.groupvote.Ballot;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.DecisionRule.Outcome;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.kit.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The leading group of the body's own level approves a request into the unified evaluation, or rejects it (Art. 7). */
@ApplicationScoped
class EvaluationDecision {

    private final EvaluationRequests requests;
    private final UnifiedEvaluations evaluations;
    private final EvaluationAccess access;
    private final GroupVoting voting;
    private final EventLog events;
    private final Clock clock;

    EvaluationDecision(
            EvaluationRequests requests,
            UnifiedEvaluations evaluations,
            EvaluationAccess access,
            GroupVoting voting,
            EventLog events,
            Clock clock) {
        this.requests = requests;
        this.evaluations = evaluations;
        this.access = access;
        this.voting = voting;
        this.events = events;
        this.clock = clock;
    }

    EvaluationRequest vote(UUID id, Ballot ballot) {
        EvaluationRequest present = access.lockedByGroup(id);
        UUID voter = voting.member(present.decidedBy());
        present.after(EvaluationCommand.CAST_VOTE);
        voting.cast(present.matter(), voter, ballot);
        settle(present);
        return access.present(id);
    }

    /** Decided, where no further vote can change the outcome of the votes cast. */
    void settle(EvaluationRequest present) {
        voting.decideIfSettled(present.matter()).ifPresent(outcome -> decide(present, outcome));
    }

    /** No more votes are waited for. */
    EvaluationRequest close(UUID id) {
        EvaluationRequest present = access.lockedByGroup(id);
        present.after(EvaluationCommand.REJECT);
        // Counted before the office acts: who closes may be a member whose vote is still waited for.
        Outcome outcome = voting.close(present.matter());
        voting.admit(present.matter(), Capacity.OFFICE);
        decide(present, outcome);
        return access.present(id);
    }

    private void decide(EvaluationRequest present, Outcome outcome) {
        LocalDate today = LocalDate.now(clock);
        switch (outcome) {
            case FOR -> {
                evaluations.open(present.division(), present.year(), today);
                requests.putDecision(present.id(), present.after(EvaluationCommand.APPROVE), today);
                events.append(present.approved(today));
            }
            case REJECTED -> requests.putDecision(present.id(), present.after(EvaluationCommand.REJECT), today);
        }
    }
}
