package cn.shequ.admission.exit;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.Ballot;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.DecisionRule.Outcome;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.placement.PlacementLife;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The leading group of the applicant's own level approves an exit and files it, or declines it (Art. 5). */
@ApplicationScoped
class ExitDecision {

    private final ExitProposals proposals;
    private final CoveredPlacements covered;
    private final ExitAccess access;
    private final GroupVoting voting;
    private final PlacementLife placements;
    private final Rulebook rulebook;
    private final Clock clock;

    ExitDecision(
            ExitProposals proposals,
            CoveredPlacements covered,
            ExitAccess access,
            GroupVoting voting,
            PlacementLife placements,
            Rulebook rulebook,
            Clock clock) {
        this.proposals = proposals;
        this.covered = covered;
        this.access = access;
        this.voting = voting;
        this.placements = placements;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    ExitProposal vote(UUID id, Ballot ballot) {
        ExitProposal present = access.lockedByGroup(id);
        UUID voter = voting.member(present.division());
        requireReady(present, ExitCommand.CAST_VOTE);
        voting.cast(present.matter(), voter, ballot);
        settle(present);
        return access.present(id);
    }

    /** Decided, where no further vote can change the outcome of the votes cast. */
    void settle(ExitProposal present) {
        voting.decideIfSettled(present.matter()).ifPresent(outcome -> decide(present, outcome));
    }

    /** No more votes are waited for. */
    ExitProposal close(UUID id) {
        ExitProposal present = access.lockedByGroup(id);
        requireReady(present, ExitCommand.DECLINE);
        // Counted before the office acts: who closes may be a member whose vote is still waited for.
        Outcome outcome = voting.close(present.matter());
        voting.admit(present.matter(), Capacity.OFFICE);
        decide(present, outcome);
        return access.present(id);
    }

    /** Everybody else is heard first; who lets the time pass is not waited for. */
    private void requireReady(ExitProposal present, ExitCommand command) {
        present.after(command);
        requireLeavable(present);
        LocalDate today = LocalDate.now(clock);
        if (!present.isHeard() && !present.positions().isOver(today)) {
            throw present.positions()
                    .notOver(AdmissionProblem.POSITION_AWAITED, today)
                    .under(rulebook.kept(present.positionRule()));
        }
    }

    /** @throws Refusal when the last day of the task has passed */
    void requireLeavable(ExitProposal present) {
        placements.requireLeavable(covered.open(present.id()), LocalDate.now(clock));
    }

    private void decide(ExitProposal present, Outcome outcome) {
        LocalDate today = LocalDate.now(clock);
        switch (outcome) {
            case FOR -> {
                // Before the decision, which ends what it covers.
                List<UUID> leaving = covered.open(present.id());
                String filing = proposals.nextFiling(present.division(), today.getYear());
                proposals.putDecision(present.id(), present.after(ExitCommand.APPROVE), today, filing);
                placements.exit(leaving, present.id(), today);
            }
            case REJECTED -> proposals.putDecision(present.id(), present.after(ExitCommand.DECLINE), today, null);
        }
    }
}
