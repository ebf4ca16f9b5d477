package cn.shequ.admission.evaluation;

import cn.shequ.admission.groupvote.Decider;
import cn.shequ.admission.groupvote.DecidingLevel;
import cn.shequ.admission.groupvote.NewRecusal;
import cn.shequ.admission.groupvote.Recusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who is partial takes no part; when too few are left to vote, the group of the next level up decides from the beginning. */
@ApplicationScoped
class EvaluationRecusal {

    private final EvaluationRequests requests;
    private final EvaluationAccess access;
    private final EvaluationDecision decision;
    private final Recusals recusals;
    private final DecidingLevel levels;

    EvaluationRecusal(
            EvaluationRequests requests,
            EvaluationAccess access,
            EvaluationDecision decision,
            Recusals recusals,
            DecidingLevel levels) {
        this.requests = requests;
        this.access = access;
        this.decision = decision;
        this.recusals = recusals;
        this.levels = levels;
    }

    EvaluationRequest recuse(UUID id, NewRecusal recusal) {
        EvaluationRequest present = access.lockedByGroup(id);
        recusals.part(present.matter(), recusal.person());
        present.after(EvaluationCommand.RECUSE);
        recusals.record(present.matter(), recusal);
        levels.afterRecusal(present.matter()).ifPresent(decider -> passUp(present, decider));
        // The votes of those who are left may settle it.
        decision.settle(access.present(id));
        return access.present(id);
    }

    /** @throws cn.shequ.kit.problem.Refusal when the group can decide, or no level above can either */
    EvaluationRequest passOn(UUID id) {
        EvaluationRequest present = access.lockedByGroup(id);
        present.after(EvaluationCommand.RECUSE);
        passUp(present, levels.passedUp(present.matter()));
        return access.present(id);
    }

    /** Where there is no level above it stays with those who are left. */
    private void passUp(EvaluationRequest present, Decider decider) {
        boolean stays = decider.division().equals(present.decidedBy());
        requests.putDecider(present.id(), stays ? present.round() : present.round() + 1, decider);
    }
}
