package cn.shequ.admission.groupvote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.DecisionRule.Outcome;
import cn.shequ.kit.RandomCases;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.RuleDirection;
import cn.shequ.kit.rulebook.RuleOrigin;
import cn.shequ.kit.rulebook.RuleUnit;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionRuleTest {

    private static DecisionRule rule(int quorum, int majority) {
        return new DecisionRule(row("admission.quorum", quorum), row("admission.votes-for-above", majority));
    }

    private static Rule row(String id, int percent) {
        return new Rule(
                id,
                1,
                LocalDate.of(2011, 12, 14),
                null,
                Integer.toString(percent),
                RuleUnit.PERCENT,
                RuleDirection.MINIMUM,
                RuleOrigin.PRODUCT_DEFAULT,
                "product default",
                null);
    }

    @ParameterizedTest(name = "{0} may vote: {1} for, {2} against, {3} abstain: {4}")
    @CsvSource({
        "5, 2, 0, 0, OPEN", "5, 3, 0, 0, FOR", "5, 3, 2, 0, FOR", "5, 2, 2, 0, OPEN", "5, 0, 3, 0, REJECTED",
        "5, 2, 2, 1, REJECTED", "4, 2, 0, 0, OPEN", "4, 2, 2, 0, REJECTED", "4, 3, 0, 0, FOR", "1, 1, 0, 0, FOR",
        "1, 0, 0, 1, REJECTED"
    })
    void theOutcomeStandsAsSoonAsNoVoteCanChangeIt(
            int eligible, int votesFor, int against, int abstained, String outcome) {
        Optional<Outcome> settled = rule(50, 50).settled(new Tally(eligible, votesFor, against, abstained));
        assertThat(settled.map(Outcome::name).orElse("OPEN")).isEqualTo(outcome);
    }

    @Test
    void anOutcomeWaitsForItsQuorumEvenWhenItIsClear() {
        assertThat(rule(80, 50).settled(new Tally(5, 3, 0, 0))).isEmpty();
        assertThat(rule(80, 50).settled(new Tally(5, 3, 1, 0))).contains(Outcome.FOR);
    }

    @Test
    void theOfficeClosesWithAQuorumOfThoseWhoVoted() {
        assertThat(rule(50, 50).closed(new Tally(4, 2, 0, 0))).isEqualTo(Outcome.FOR);
        assertThat(rule(50, 50).closed(new Tally(4, 1, 1, 0))).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void tooFewVotesDecideNothingAndTheRefusalCitesNoArticle() {
        assertThatThrownBy(() -> rule(50, 50).closed(new Tally(5, 2, 0, 0)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(AdmissionProblem.QUORUM_NOT_REACHED);
                    assertThat(refusal.articles()).isEmpty();
                    assertThat(refusal.figures()).containsEntry("cast", 2).containsEntry("eligible", 5);
                });
    }

    @Test
    void whatIsSettledIsWhatCountingToTheEndWouldFind() {
        RandomCases.forAll(2_000, random -> {
            int eligible = random.nextInt(1, 12);
            int votesFor = random.nextInt(0, eligible + 1);
            int against = random.nextInt(0, eligible - votesFor + 1);
            int abstained = random.nextInt(0, eligible - votesFor - against + 1);
            DecisionRule rule = rule(random.nextInt(0, 101), random.nextInt(0, 100));
            int open = eligible - votesFor - against - abstained;
            rule.settled(new Tally(eligible, votesFor, against, abstained)).ifPresent(outcome -> {
                for (int more = 0; more <= open; more++) {
                    Tally end = new Tally(eligible, votesFor + more, against + open - more, abstained);
                    assertThat(rule.closed(end)).as("%s then %s", outcome, end).isEqualTo(outcome);
                }
            });
        });
    }
}
