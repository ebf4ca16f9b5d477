package cn.shequ.admission.groupvote;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import java.util.Optional;

/**
 * How the group's votes decide (Art. 5 says that the group decides; how many it takes are defaults of the product).
 *
 * @param quorum the least share of the members that must vote
 * @param majority the share of the votes cast that the votes for it must exceed
 */
public record DecisionRule(Rule quorum, Rule majority) {

    static final String QUORUM = "admission.quorum";
    static final String VOTES_FOR_ABOVE = "admission.votes-for-above";

    /** What the group decided. */
    public enum Outcome {
        FOR,
        REJECTED
    }

    /** The outcome, once no further vote can change it. */
    Optional<Outcome> settled(Tally tally) {
        if (!isQuorate(tally)) {
            return Optional.empty();
        }
        if (tally.mustCarryAbove(majority.decimal())) {
            return Optional.of(Outcome.FOR);
        }
        return tally.cannotCarryAbove(majority.decimal()) ? Optional.of(Outcome.REJECTED) : Optional.empty();
    }

    /**
     * The outcome when no more votes are waited for.
     *
     * @throws Refusal when too few voted
     */
    Outcome closed(Tally tally) {
        if (!isQuorate(tally)) {
            throw Refusal.of(AdmissionProblem.QUORUM_NOT_REACHED)
                    .with("requiredPercent", quorum.decimal())
                    .with("eligible", tally.eligible())
                    .with("cast", tally.cast())
                    .under(quorum);
        }
        return tally.carriesAbove(majority.decimal()) ? Outcome.FOR : Outcome.REJECTED;
    }

    /** Where everybody is recused, nobody is a quorum of them. */
    private boolean isQuorate(Tally tally) {
        return tally.cast() > 0 && tally.hasQuorum(quorum.decimal());
    }
}
