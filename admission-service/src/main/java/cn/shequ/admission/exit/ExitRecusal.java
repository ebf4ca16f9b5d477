package cn.shequ.admission.exit;

import cn.shequ.admission.groupvote.Decider;
import cn.shequ.admission.groupvote.DecidingLevel;
import cn.shequ.admission.groupvote.NewRecusal;
import cn.shequ.admission.groupvote.Recusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who is partial takes no part; when too few are left to vote, the group of the next level up decides from the beginning. */
@ApplicationScoped
class ExitRecusal {

    private final ExitProposals proposals;
    private final ExitAccess access;
    private final ExitDecision decision;
    private final Recusals recusals;
    private final DecidingLevel levels;

    ExitRecusal(
            ExitProposals proposals,
            ExitAccess access,
            ExitDecision decision,
            Recusals recusals,
            DecidingLevel levels) {
        this.proposals = proposals;
        this.access = access;
        this.decision = decision;
        this.recusals = recusals;
        this.levels = levels;
    }

    ExitProposal recuse(UUID id, NewRecusal recusal) {
        ExitProposal present = access.lockedByGroup(id);
        recusals.part(present.matter(), recusal.person());
        present.after(ExitCommand.RECUSE);
        decision.requireLeavable(present);
        recusals.record(present.matter(), recusal);
        levels.afterRecusal(present.matter()).ifPresent(decider -> passUp(present, decider));
        // The votes of those who are left may settle it.
        decision.settle(access.present(id));
        return access.present(id);
    }

    /** @throws cn.shequ.kit.problem.Refusal when the group can decide, or no level above can either */
    ExitProposal passOn(UUID id) {
        ExitProposal present = access.lockedByGroup(id);
        present.after(ExitCommand.RECUSE);
        passUp(present, levels.passedUp(present.matter()));
        return access.present(id);
    }

    /** Where there is no level above it stays with those who are left. */
    private void passUp(ExitProposal present, Decider decider) {
        boolean stays = decider.division().equals(present.division());
        proposals.putDecider(present.id(), stays ? present.round() : present.round() + 1, decider);
    }
}
