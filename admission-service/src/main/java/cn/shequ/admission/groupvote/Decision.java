package cn.shequ.admission.groupvote;

import java.time.LocalDate;

/**
 * How the group decided in the present round.
 *
 * @param quorumRule the row of the rulebook, by its reference
 */
public record Decision(
        DecisionRule.Outcome outcome,
        int eligible,
        int votesFor,
        int votesAgainst,
        int abstained,
        String quorumRule,
        String majorityRule,
        LocalDate decidedOn) {

    /** The votes that it rests on. */
    public Tally tally() {
        return new Tally(eligible, votesFor, votesAgainst, abstained);
    }
}
