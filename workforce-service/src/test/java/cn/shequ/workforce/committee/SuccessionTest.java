package cn.shequ.workforce.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.KeptRule;
import cn.shequ.kit.rulebook.RuleOrigin;
import cn.shequ.workforce.WorkforceProblem;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-20")
class SuccessionTest {

    private static final DivisionCode COMMUNITY = DivisionCode.of("220102001001");
    private static final LocalDate ELECTED = LocalDate.of(2021, 6, 1);
    private static final LocalDate ENDS = LocalDate.of(2026, 5, 31);

    private final Succession succession = new Succession(
            new CommitteeTerm(
                    UUID.randomUUID(),
                    COMMUNITY,
                    10,
                    ELECTED,
                    ENDS,
                    2,
                    4,
                    "t",
                    "n",
                    null,
                    "committee.fewest-members@1",
                    "committee.most-members@1",
                    "committee.term@2",
                    "officer",
                    ELECTED),
            new KeptRule("committee.term@2", RuleOrigin.LAW));

    private static NewCommitteeTerm on(LocalDate day, @Nullable Integer number, @Nullable String grounds) {
        return new NewCommitteeTerm(COMMUNITY, day, 2, 4, "t", "n", number, grounds);
    }

    private WorkforceProblem refusedFor(NewCommitteeTerm asked) {
        return (WorkforceProblem) catchThrowableOfType(Refusal.class, () -> succession.require(asked))
                .code();
    }

    @Test
    void the_day_of_the_last_election_is_taken_and_days_before_it_are_over() {
        assertThat(refusedFor(on(ELECTED, 10, null))).isEqualTo(WorkforceProblem.ELECTION_RECORDED);
        assertThat(refusedFor(on(ELECTED.minusDays(1), null, "x")))
                .isEqualTo(WorkforceProblem.ELECTION_BEFORE_THE_LAST);
    }

    @Test
    void the_last_day_of_a_term_is_early_and_the_next_is_not() {
        assertThat(refusedFor(on(ENDS, null, null))).isEqualTo(WorkforceProblem.EARLY_ELECTION_WITHOUT_GROUNDS);
        assertThat(refusedFor(on(ENDS, null, "  "))).isEqualTo(WorkforceProblem.EARLY_ELECTION_WITHOUT_GROUNDS);
        assertThatNoException().isThrownBy(() -> succession.require(on(ENDS, null, "x")));
        assertThat(refusedFor(on(ENDS.plusDays(1), null, "x"))).isEqualTo(WorkforceProblem.ELECTION_IS_NOT_EARLY);
        assertThatNoException().isThrownBy(() -> succession.require(on(ENDS.plusDays(1), null, null)));
    }

    @Test
    void a_number_that_is_said_is_the_next_one() {
        assertThat(succession.number()).isEqualTo(11);
        assertThat(refusedFor(on(ENDS.plusDays(1), 10, null))).isEqualTo(WorkforceProblem.TERM_NUMBER_DOES_NOT_FOLLOW);
        assertThatNoException().isThrownBy(() -> succession.require(on(ENDS.plusDays(1), 11, null)));
    }
}
