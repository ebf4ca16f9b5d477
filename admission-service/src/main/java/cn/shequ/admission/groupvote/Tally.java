package cn.shequ.admission.groupvote;

import java.math.BigDecimal;

/**
 * The votes of one round.
 *
 * @param eligible how many may vote, abstaining included
 */
public record Tally(int eligible, int votesFor, int votesAgainst, int abstained) {

    public Tally {
        if (votesFor < 0 || votesAgainst < 0 || abstained < 0 || votesFor + votesAgainst + abstained > eligible) {
            throw new IllegalArgumentException("more votes than voters");
        }
    }

    public int cast() {
        return votesFor + votesAgainst + abstained;
    }

    /** Whether at least this percentage of those who may vote did. */
    boolean hasQuorum(BigDecimal percent) {
        return isAtLeast(cast(), percent, eligible);
    }

    /** Whether more than this percentage of the votes cast is for it. */
    boolean carriesAbove(BigDecimal percent) {
        return isAbove(votesFor, percent, cast());
    }

    /** Whether it carries however the others vote. */
    boolean mustCarryAbove(BigDecimal percent) {
        return isAbove(votesFor, percent, eligible);
    }

    /** Whether it cannot carry even if all others vote for it. */
    boolean cannotCarryAbove(BigDecimal percent) {
        return !isAbove(eligible - votesAgainst - abstained, percent, eligible);
    }

    private static boolean isAbove(int part, BigDecimal percent, int whole) {
        return BigDecimal.valueOf(100L * part).compareTo(percent.multiply(BigDecimal.valueOf(whole))) > 0;
    }

    static boolean isAtLeast(int part, BigDecimal percent, int whole) {
        return BigDecimal.valueOf(100L * part).compareTo(percent.multiply(BigDecimal.valueOf(whole))) >= 0;
    }
}
