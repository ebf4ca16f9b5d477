package cn.shequ.kit.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class KeptRuleTest {

    /** What a decision keeps says enough: nothing is looked up in the database. */
    private final Rulebook rulebook = new Rulebook(
            Jdbi.create(() -> {
                throw new IllegalStateException("no database here");
            }),
            Clock.systemUTC());

    @Test
    void aRowOfTheProductHasItsOrigin() {
        assertThat(rulebook.kept("premises.standard-area@1"))
                .isEqualTo(new KeptRule("premises.standard-area@1", RuleOrigin.POLICY));
        assertThat(rulebook.kept("seal.replacement-notice@1").restsOnPolicy()).isFalse();
    }

    @Test
    void aLocalRowHasThatOfTheProducts() {
        assertThat(rulebook.kept("premises.standard-area@7"))
                .isEqualTo(new KeptRule("premises.standard-area@7", RuleOrigin.POLICY));
        assertThat(rulebook.kept("seal.replacement-notice@7").restsOnPolicy()).isFalse();
        assertThat(rulebook.kept("premises.standard-area@1/220102000000"))
                .isEqualTo(new KeptRule("premises.standard-area@1/220102000000", RuleOrigin.POLICY));
        assertThat(rulebook.kept("seal.replacement-notice@1/220102000000").restsOnPolicy())
                .isFalse();
    }

    @Test
    void aRuleThatTheRulebookHasNotIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> rulebook.kept("no.such-rule@1"));
        assertThatIllegalArgumentException().isThrownBy(() -> rulebook.kept("no.such-rule@1/220102000000"));
    }
}
