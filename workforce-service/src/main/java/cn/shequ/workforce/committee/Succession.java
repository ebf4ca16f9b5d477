package cn.shequ.workforce.committee;

import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.KeptRule;
import cn.shequ.workforce.WorkforceProblem;

/**
 * How an election follows the last one on record: after it, with the next number, and only on stated grounds while that
 * term has not ended.
 *
 * @param termRule the row under which the last term ends
 */
record Succession(CommitteeTerm last, KeptRule termRule) {

    /** @throws Refusal 409 for an election of the same day, else 422 with what is required and what was asked */
    void require(NewCommitteeTerm asked) {
        if (asked.electedOn().equals(last.electedOn())) {
            throw Refusal.of(WorkforceProblem.ELECTION_RECORDED)
                    .with("community", last.community())
                    .with("electedOn", last.electedOn())
                    .with("number", last.number());
        }
        if (asked.electedOn().isBefore(last.electedOn())) {
            throw Refusal.of(WorkforceProblem.ELECTION_BEFORE_THE_LAST)
                    .with("required", last.electedOn().plusDays(1))
                    .with("actual", asked.electedOn())
                    .with("number", last.number());
        }
        requireNextNumber(asked);
        requireGroundsWhenEarly(asked);
    }

    int number() {
        return last.number() + 1;
    }

    private void requireNextNumber(NewCommitteeTerm asked) {
        if (asked.number() != null && asked.number() != number()) {
            throw Refusal.of(WorkforceProblem.TERM_NUMBER_DOES_NOT_FOLLOW)
                    .with("required", number())
                    .with("actual", asked.number());
        }
    }

    private void requireGroundsWhenEarly(NewCommitteeTerm asked) {
        boolean early = last.runsOn(asked.electedOn());
        if (early == (asked.earlyGrounds() != null)) {
            return;
        }
        throw Refusal.of(
                        early
                                ? WorkforceProblem.EARLY_ELECTION_WITHOUT_GROUNDS
                                : WorkforceProblem.ELECTION_IS_NOT_EARLY)
                .with("endsOn", last.endsOn())
                .with("actual", asked.electedOn())
                .under(termRule);
    }
}
